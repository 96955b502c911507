import type { PayloadRequest } from 'payload'
import { accountMail } from '../../email/accountMails'
import { languageOf } from '../../lib/language'
import { queueEmail } from '../mails/queueEmail'

/** Mails the link of an invitation, in the language of the admin who sends it. */
export async function mailInvitation({
  req,
  email,
  expiresAt,
  link,
}: {
  req: PayloadRequest
  email: string
  expiresAt: Date
  link: string
}): Promise<void> {
  const language = languageOf(req)
  const validUntil = expiresAt.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  })
  await queueEmail({ req, to: email, ...accountMail({ kind: 'invitation', language, link, validUntil }) })
}
