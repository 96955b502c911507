import { isDuplicateKey } from './isDuplicateKey'
import type { MongoDatabase } from './mongoDatabase'

/** See `CaseStore.claimScheduled`: of each task the latest run that somebody has. */
export async function claimScheduled({
  database,
  task,
  at,
}: {
  database: MongoDatabase
  task: string
  at: Date
}): Promise<boolean> {
  const runs = database.ownCollection('scheduled-runs')
  try {
    await runs.updateOne({ _id: task, at: { $lt: at } }, { $set: { at } }, { upsert: true })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}
