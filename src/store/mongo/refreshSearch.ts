import type { CaseSearch } from '../../domain/cases/caseSearch'
import type { CaseValues } from '../../domain/cases/caseValues'
import { namesKeyVersion } from '../../domain/cases/namesKey'
import { valuesOfDocument } from './caseDocument'
import type { MongoDatabase } from './mongoDatabase'

const isOutdated = {
  $or: [
    { namesKey: null },
    { namesKey: { $lt: namesKeyVersion } },
    { namesKey: { $gte: `${namesKeyVersion}\u{10ffff}` } },
  ],
}

/** See `CaseStore.findOutdatedSearch`. */
export async function findOutdatedSearch({
  database,
  limit,
}: {
  database: MongoDatabase
  limit: number
}): Promise<{ id: string; values: CaseValues }[]> {
  const documents = await database.collection('cases').find(isOutdated, { limit }).toArray()
  return documents.map((document) => ({ id: String(document._id), values: valuesOfDocument(document) }))
}

/** See `CaseStore.refreshSearch`. */
export async function refreshSearch({
  database,
  cases,
}: {
  database: MongoDatabase
  cases: readonly { id: string; search: CaseSearch }[]
}): Promise<void> {
  const operations = cases.map(({ id, search }) => ({
    updateOne: { filter: { _id: id, ...isOutdated }, update: { $set: search } },
  }))
  if (operations.length > 0) await database.collection('cases').bulkWrite(operations)
}
