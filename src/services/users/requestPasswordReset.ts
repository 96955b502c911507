import type { PayloadRequest } from 'payload'
import { languageOf } from '../../lib/language'

/** Asks for the mail with which the password of an address is set anew; the job finds out whether it has an account. */
export async function requestPasswordReset({
  req,
  email,
}: {
  req: PayloadRequest
  email: string
}): Promise<void> {
  await req.payload.jobs.queue({
    task: 'sendAccountMail',
    queue: 'mails',
    input: { kind: 'passwordReset', email: email.trim().toLowerCase(), language: languageOf(req) },
  })
}
