import type { Payload, Where } from 'payload'
import type { Language } from '../../domain/language'
import { confirmationSeconds } from '../../domain/users/lifetimes'
import { accountMail } from '../../email/accountMails'
import { newToken, tokenHash } from '../../lib/crypto/randomToken'
import type { User } from '../../payload-types'
import { queueEmail } from '../mails/queueEmail'

/** Mails the link that confirms an address; earlier links of the account are void. */
export async function mailConfirmation({
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
  const isWaiting: Where[] = [{ email: { equals: email } }, { awaitsConfirmation: { equals: true } }]
  const user = await payload.db.findOne<User>({ collection: 'users', where: { and: isWaiting } })
  if (!user) return
  const token = newToken()
  const collection = 'address-confirmations'
  await payload.db.deleteMany({ collection, where: { user: { equals: user.id } } })
  const expiresAt = new Date(now.getTime() + confirmationSeconds * 1000).toISOString()
  const data = { user: user.id, hash: tokenHash(token), isUsed: false, expiresAt }
  await payload.db.create({ collection, data })
  const link = `${payload.config.serverURL}/bestaetigen?token=${token}`
  const mail = accountMail({ kind: 'confirmAddress', language, link })
  await queueEmail({ req: { payload }, to: email, ...mail })
}
