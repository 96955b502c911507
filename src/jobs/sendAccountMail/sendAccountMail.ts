import type { TaskConfig } from 'payload'
import { languages } from '../../domain/language'
import { mailConfirmation } from '../../services/registration/mailConfirmation'
import { mailRegistered } from '../../services/registration/mailRegistered'
import { mailPasswordReset } from '../../services/users/mailPasswordReset'

/**
 * The mails that follow what someone without a login asked for. What becomes of the address is looked up here and not
 * while they wait, so the answer takes as long for a known address as for an unknown one. A token is made with its mail.
 */
export const sendAccountMail: TaskConfig<'sendAccountMail'> = {
  slug: 'sendAccountMail',
  retries: { attempts: 5, backoff: { type: 'exponential', delay: 30_000 } },
  inputSchema: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: ['passwordReset', 'confirmAddress', 'accountReady', 'alreadyRegistered'],
    },
    { name: 'email', type: 'text', required: true },
    { name: 'language', type: 'select', required: true, options: [...languages] },
  ],
  handler: async ({ input: { kind, email, language }, req: { payload } }) => {
    const now = new Date()
    switch (kind) {
      case 'passwordReset':
        await mailPasswordReset({ payload, email, language, now })
        break
      case 'confirmAddress':
        await mailConfirmation({ payload, email, language, now })
        break
      case 'accountReady':
      case 'alreadyRegistered':
        await mailRegistered({ payload, kind, email, language })
        break
    }
    return { output: {} }
  },
}
