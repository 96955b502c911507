import type { TaskConfig } from 'payload'
import { tellEvents } from '../../services/notifications/tellEvents'
import { onSchedule } from '../onSchedule'

/** Tells what happened; every five minutes also what was gathered, and what another process left undone. */
export const notify: TaskConfig<'notify'> = {
  slug: 'notify',
  retries: { attempts: 5, backoff: { type: 'exponential', delay: 30_000 } },
  schedule: onSchedule('0 */5 * * * *'),
  inputSchema: [],
  handler: async ({ req: { payload } }) => {
    await tellEvents({ payload })
    return { output: {} }
  },
}
