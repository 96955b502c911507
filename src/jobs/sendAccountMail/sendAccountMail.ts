import type { TaskConfig } from 'payload'
import { mailPasswordReset } from '../../services/users/mailPasswordReset'

/**
 * The mails that follow what someone without a login asked for. What becomes of the address is looked up here and not
 * while they wait, so the answer takes as long for a known address as for an unknown one. A token is made with its mail.
 */
export const sendAccountMail: TaskConfig<'sendAccountMail'> = {
  slug: 'sendAccountMail',
  retries: { attempts: 5, backoff: { type: 'exponential', delay: 30_000 } },
  inputSchema: [
    { name: 'kind', type: 'select', required: true, options: ['passwordReset'] },
    { name: 'email', type: 'text', required: true },
    { name: 'language', type: 'select', required: true, options: ['de', 'en'] },
  ],
  handler: async ({ input: { email, language }, req: { payload } }) => {
    await mailPasswordReset({ payload, email, language, now: new Date() })
    return { output: {} }
  },
}
