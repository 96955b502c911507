import type { TaskConfig } from 'payload'
import { expirePreviews as expire } from '../../services/imports/expirePreviews'
import { onSchedule } from '../onSchedule'

/** Lets previews that nobody confirmed expire, every night. */
export const expirePreviews: TaskConfig<'expirePreviews'> = {
  slug: 'expirePreviews',
  schedule: onSchedule('0 15 3 * * *'),
  handler: async ({ req: { payload } }) => {
    await expire({ payload, now: new Date() })
    return { output: {} }
  },
}
