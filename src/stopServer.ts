import type { Payload } from 'payload'
import { runningJobs } from './jobs/watched'

/** What is left of the thirty seconds that systemd and Docker are told to wait is for requests. */
const jobLimitMs = 20_000
const wholeLimitMs = 28_000

const signals = ['SIGTERM', 'SIGINT'] as const

/**
 * On SIGTERM: takes no more jobs and says so to `/api/ready`, waits for those that run, hands back those that take too
 * long, and then has whoever listened before (Next: finishes its requests and exits) go on.
 */
export function stopOnSignals({ payload, last }: { payload: Payload; last?: () => Promise<void> }): void {
  for (const signal of signals) {
    const before = process.listeners(signal)
    process.removeAllListeners(signal)
    let isStopping = false
    process.on(signal, async () => {
      if (isStopping) return
      isStopping = true
      setTimeout(() => process.exit(1), wholeLimitMs).unref()
      await drain(payload)
      await last?.()
      for (const listener of before) listener(signal)
    })
  }
}

/** Ends the running of jobs in this process. */
export async function drain(payload: Payload, limitMs = jobLimitMs): Promise<void> {
  payload.config.custom = { ...payload.config.custom, isStopping: true }
  payload.logger.info({ jobs: runningJobs.size, msg: 'Stopping: no more jobs are taken.' })
  for (const cron of payload.crons.splice(0)) cron.stop()
  await Promise.race([Promise.all(runningJobs.values()), wait(limitMs)])
  await handBack(payload)
}

/** Another process, or this one started again, runs them from the start: they are safe to run twice. */
async function handBack(payload: Payload): Promise<void> {
  for (const id of runningJobs.keys())
    await payload.db
      .updateJobs({ id, data: { processing: false }, returning: false })
      .catch((error: unknown) => payload.logger.error({ err: error, msg: 'A job could not be handed back.' }))
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
