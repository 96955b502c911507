import type { TaskConfig } from 'payload'
import { removeOldNotifications as remove } from '../../services/notifications/removeOldNotifications'

/** Removes notifications that are older than the settings keep them, every night. */
export const removeOldNotifications: TaskConfig<'removeOldNotifications'> = {
  slug: 'removeOldNotifications',
  schedule: [{ cron: '0 30 3 * * *', queue: 'default' }],
  handler: async ({ req: { payload } }) => {
    await remove({ payload, now: new Date() })
    return { output: {} }
  },
}
