import { statfs } from 'node:fs/promises'
import type { Payload, PayloadRequest } from 'payload'
import { filesOf } from '../../files/filesOf'
import { dataFolders } from '../../lib/dataFolders'
import { storeOf } from '../../store/storeOf'

/** What a node needs to take requests. `elsewhere`: other processes run the jobs. */
export type Checks = {
  accepting: 'ok' | 'failed'
  database: 'ok' | 'failed'
  migrations: 'ok' | 'failed'
  jobs: 'ok' | 'failed' | 'elsewhere'
  disk: 'ok' | 'failed'
  /** Where files are, on the disk or in a bucket, they can be read and written. */
  files: 'ok' | 'failed'
}

/** Room for a week of reports and for what the embedded database writes beside itself. */
const minFreeMegabytes = 200
/** Runners look every five seconds at most. */
const maxSilenceMs = 60_000

type Limits = { minFreeBytes?: number; now?: Date }

/** Whether this node can do its work: which checks hold, and nothing of why not; that is in the log. */
export async function checkReadiness({
  req,
  minFreeBytes = minFreeMegabytes * 1024 * 1024,
  now = new Date(),
}: { req: PayloadRequest } & Limits): Promise<Checks> {
  const { payload } = req
  const holds = async (check: () => Promise<boolean>) =>
    (await check().catch((error: unknown) => {
      payload.logger.error({ err: error, msg: 'A check of readiness failed.' })
      return false
    }))
      ? ('ok' as const)
      : ('failed' as const)
  const database = await holds(async () => {
    await payload.db.count({ collection: 'yearly-summaries', where: { kw: { equals: 1 } }, req })
    return true
  })
  return {
    accepting: payload.config.custom?.isStopping ? 'failed' : 'ok',
    database,
    migrations:
      database === 'ok'
        ? await holds(async () => (await storeOf(payload).pendingMigrations()).length === 0)
        : 'failed',
    jobs: jobsOf({ payload, now }),
    disk: await holds(async () => (await freeBytes(payload)) >= minFreeBytes),
    files: await holds(() => canUseFiles(payload)),
  }
}

function jobsOf({ payload, now }: { payload: Payload; now: Date }): Checks['jobs'] {
  const { autoRun } = payload.config.jobs
  if (!autoRun || (Array.isArray(autoRun) && autoRun.length === 0)) return 'elsewhere'
  const isAlive = (cron: Payload['crons'][number]) =>
    cron.isRunning() &&
    (cron.isBusy() || now.getTime() - (cron.previousRun()?.getTime() ?? 0) <= maxSilenceMs)
  return payload.crons.length > 0 && payload.crons.every(isAlive) ? 'ok' : 'failed'
}

async function canUseFiles(payload: Payload): Promise<true> {
  const files = filesOf(payload)
  await Promise.all(Object.values(dataFolders).map((folder) => files[folder].check()))
  return true
}

/** Of the disk of `DATA_DIR`, which the embedded database writes to as well. */
async function freeBytes(payload: Payload): Promise<number> {
  const { bavail, bsize } = await statfs(String(payload.config.custom?.dataDir))
  return bavail * bsize
}
