import type { ImportProgress } from '../importStore'
import type { MongoDatabase } from './mongoDatabase'

/** Beside the imports, for the transaction that stores one holds its document until it ends. */
const collection = 'import-progress'

type Place = { database: MongoDatabase; importId: string }

/** See `CaseStore.noteProgress`. */
export async function noteProgress({
  database,
  importId,
  progress,
}: Place & { progress: ImportProgress | null }): Promise<void> {
  const own = { _id: importId }
  const noted = database.ownCollection(collection)
  if (progress) await noted.updateOne(own, { $set: progress }, { upsert: true })
  else await noted.deleteMany(own)
}

/** See `CaseStore.progressOf`. */
export async function progressOf({ database, importId }: Place): Promise<ImportProgress | null> {
  const found = await database.ownCollection(collection).findOne({ _id: importId })
  if (!found) return null
  const { phase, done, total, at } = found as unknown as ImportProgress
  return { phase, done, total, at }
}
