import type { Payload } from 'payload'
import type { Language } from '../../domain/language'
import { resetMailSeconds, resetTokenSeconds } from '../../domain/users/lifetimes'
import { accountMail } from '../../email/accountMails'
import type { User } from '../../payload-types'
import { queueEmail } from '../mails/queueEmail'
import { recordAudit } from '../recordAudit'
import { findUserByEmail } from './findUserByEmail'

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
  const user = await findUserByEmail({ payload, email })
  if (user?.isActive !== true || wasJustMailed({ user, now })) return
  const token = await payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true })
  const link = `${payload.config.serverURL}${payload.config.routes.admin}/reset/${token}`
  const mail = accountMail({ kind: 'passwordReset', language, link })
  await queueEmail({ req: { payload }, to: user.email, ...mail })
  const event = {
    action: 'requestPasswordReset',
    entityType: 'users',
    entityId: user.id,
    details: {},
  } as const
  await recordAudit({ req: { payload }, event })
}

/** A token stands for a mail that was sent when its half hour began. */
function wasJustMailed({ user, now }: { user: User; now: Date }): boolean {
  if (!user.resetPasswordExpiration) return false
  const mailedAt = Date.parse(user.resetPasswordExpiration) - resetTokenSeconds * 1000
  return now.getTime() - mailedAt < resetMailSeconds * 1000
}
