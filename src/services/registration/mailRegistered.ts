import type { Payload } from 'payload'
import type { Language } from '../../domain/language'
import { accountMail } from '../../email/accountMails'
import { queueEmail } from '../mails/queueEmail'

/** Mails to an address that it was registered and can log in, or that somebody tried to register it again. */
export async function mailRegistered({
  payload,
  kind,
  email,
  language,
}: {
  payload: Payload
  kind: 'accountReady' | 'alreadyRegistered'
  email: string
  language: Language
}): Promise<void> {
  const { routes, admin, serverURL } = payload.config
  const link = `${serverURL}${routes.admin}${admin.routes.login}`
  await queueEmail({ req: { payload }, to: email, ...accountMail({ kind, language, link }) })
}
