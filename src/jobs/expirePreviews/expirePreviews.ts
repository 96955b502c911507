import type { TaskConfig } from 'payload'
import { expirePreviews as expire } from '../../services/imports/expirePreviews'

/** Lets previews that nobody confirmed expire, every night. */
export const expirePreviews: TaskConfig<'expirePreviews'> = {
  slug: 'expirePreviews',
  schedule: [{ cron: '0 15 3 * * *', queue: 'default' }],
  handler: async ({ req: { payload } }) => {
    await expire({ payload, now: new Date() })
    return { output: {} }
  },
}
