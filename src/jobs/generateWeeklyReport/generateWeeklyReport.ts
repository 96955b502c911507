import type { TaskConfig } from 'payload'
import { generateDueReport } from '../../services/reports/schedule/generateDueReport'
import { onSchedule } from '../onSchedule'

/**
 * Asks every minute whether a weekly report is due, and generates it. The hour of the schedule is one of Europe/Berlin,
 * which a cron would read on the clock of the machine; and what became due while no worker ran, is seen by the next.
 */
export const generateWeeklyReport: TaskConfig<'generateWeeklyReport'> = {
  slug: 'generateWeeklyReport',
  schedule: onSchedule('0 * * * * *'),
  handler: async ({ req: { payload } }) => {
    await generateDueReport({ payload, now: new Date() })
    return { output: {} }
  },
}
