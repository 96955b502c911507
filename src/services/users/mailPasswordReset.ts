import type { Payload } from 'payload'
import { resetMailSeconds, resetTokenSeconds } from '../../domain/users/lifetimes'
import { accountMail } from '../../email/accountMails'
import type { Language } from '../../lib/language'
import type { User } from '../../payload-types'

/** Mails the link for a new password to an active account of the address; to any other address nothing. */
export async function mailPasswordReset({
  payload,
  email,
  language,
  now,
}: {
  payload: Payload
  email: string
  language: Language
  now: Date
}): Promise<void> {
  const user = await payload.db.findOne<User>({ collection: 'users', where: { email: { equals: email } } })
  if (user?.isActive !== true || wasJustMailed({ user, now })) return
  const token = await payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true })
  const link = `${payload.config.serverURL}${payload.config.routes.admin}/reset/${token}`
  try {
    await payload.sendEmail({ to: user.email, ...accountMail({ kind: 'passwordReset', language, link }) })
  } catch (error) {
    // Nobody has the token: the next try is not too early.
    const data = { resetPasswordExpiration: null }
    await payload.db.updateOne({ collection: 'users', id: user.id, data, returning: false })
    throw error
  }
}

function wasJustMailed({ user, now }: { user: User; now: Date }): boolean {
  if (!user.resetPasswordExpiration) return false
  const mailedAt = Date.parse(user.resetPasswordExpiration) - resetTokenSeconds * 1000
  return now.getTime() - mailedAt < resetMailSeconds * 1000
}
