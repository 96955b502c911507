import type { BaseDatabaseAdapter, Job } from 'payload'

type Update = Parameters<BaseDatabaseAdapter['updateJobs']>[0]
type Adapter = Pick<BaseDatabaseAdapter, 'find' | 'updateJobs' | 'updateOne'>

const collection = 'payload-jobs'

/**
 * Gives each job to one process only. Payload's adapter looks for jobs and then marks what it has found, so that two workers
 * that look at the same moment both run them; here each is marked only if nobody has.
 */
export function claimJobs<Database extends Adapter>(adapter: Database): Database {
  const updateJobs = adapter.updateJobs.bind(adapter)
  adapter.updateJobs = (update) => {
    if (!isClaim(update)) return updateJobs(update)
    return claim({ adapter, update })
  }
  return adapter
}

/** `limit` jobs are asked for where they are to be run, and only there. */
function isClaim({ data, limit }: Update): boolean {
  return data.processing === true && typeof limit === 'number' && limit > 0
}

async function claim({ adapter, update }: { adapter: Adapter; update: Update }): Promise<Job[]> {
  const { where = {}, limit = 0, sort, data } = update
  const { docs } = await adapter.find<Job>({ collection, where, limit, sort, pagination: false })
  const claimed: Job[] = []
  for (const { id } of docs) {
    const own = { and: [{ id: { equals: id } }, where] }
    const job: Job | null = await adapter.updateOne({ collection, where: own, data: { ...data } })
    if (job) claimed.push(job)
  }
  return claimed
}
