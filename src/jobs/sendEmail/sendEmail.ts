import type { TaskConfig } from 'payload'
import { sendMail } from '../../services/mails/sendMail'

/** Sends a stored mail. What the mail server has against it the mail itself keeps; the retries are for the database's. */
export const sendEmail: TaskConfig<'sendEmail'> = {
  slug: 'sendEmail',
  retries: { attempts: 10, backoff: { type: 'exponential', delay: 60_000 } },
  inputSchema: [{ name: 'mailId', type: 'text', required: true }],
  handler: async ({ input: { mailId }, req: { payload } }) => {
    await sendMail({ payload, mailId })
    return { output: {} }
  },
}
