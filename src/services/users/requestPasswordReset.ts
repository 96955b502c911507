import type { PayloadRequest } from 'payload'
import { languageOf } from '../../lib/language'

/** Asks for the mail with which the password of an address is set anew; whether there is an account decides the job. */
export async function requestPasswordReset({
  req,
  email,
}: {
  req: PayloadRequest
  email: string
}): Promise<void> {
  await req.payload.jobs.queue({
    task: 'sendAccountMail',
    input: { kind: 'passwordReset', email: email.trim().toLowerCase(), language: languageOf(req) },
  })
}
