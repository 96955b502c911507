import type { TaskConfig } from 'payload'
import { claimScheduledRun } from '../services/claimScheduledRun'

type Schedule = NonNullable<TaskConfig['schedule']>
type BeforeSchedule = NonNullable<NonNullable<Schedule[number]['hooks']>['beforeSchedule']>

/** When a task runs by itself: each time once, however many processes run jobs. */
export function onSchedule(cron: string): Schedule {
  return [{ cron, queue: 'default', hooks: { beforeSchedule } }]
}

/** Payload looks whether the run is there already, which two processes may do at the same moment. */
const beforeSchedule: BeforeSchedule = async ({ defaultBeforeSchedule, ...args }) => {
  const {
    queueable: { taskConfig, waitUntil: at },
    req: { payload },
  } = args
  const run = await defaultBeforeSchedule({ defaultBeforeSchedule, ...args })
  if (!run.shouldSchedule || !taskConfig || !at) return run
  return { ...run, shouldSchedule: await claimScheduledRun({ payload, task: taskConfig.slug, at }) }
}
