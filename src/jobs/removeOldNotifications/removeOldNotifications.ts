import type { TaskConfig } from 'payload'
import { removeOldNotifications as remove } from '../../services/notifications/removeOldNotifications'
import { onSchedule } from '../onSchedule'

/** Removes notifications that are older than the settings keep them, every night. */
export const removeOldNotifications: TaskConfig<'removeOldNotifications'> = {
  slug: 'removeOldNotifications',
  schedule: onSchedule('0 30 3 * * *'),
  handler: async ({ req: { payload } }) => {
    await remove({ payload, now: new Date() })
    return { output: {} }
  },
}
