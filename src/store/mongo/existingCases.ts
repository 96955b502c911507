import type { CasePlace, ExistingCaseAt } from '../storedCases'
import { valuesOfDocument } from './caseDocument'
import type { MongoDatabase } from './mongoDatabase'

/** How many keys one query asks for. */
const keysPerQuery = 5_000

/** See `CaseStore.findByFallIds`. */
export async function findByFallIds({
  database,
  fallIds,
}: {
  database: MongoDatabase
  fallIds: string[]
}): Promise<ExistingCaseAt[]> {
  return existingCases({ database, keys: { fallId: fallIds } })
}

/** See `CaseStore.findByIds`. */
export async function findByIds({
  database,
  ids,
}: {
  database: MongoDatabase
  ids: string[]
}): Promise<ExistingCaseAt[]> {
  return existingCases({ database, keys: { _id: [...ids] } })
}

/** See `CaseStore.casesInOrder`. */
export async function casesInOrder({
  database,
  after,
  limit,
}: {
  database: MongoDatabase
  after: CasePlace | null
  limit: number
}): Promise<ExistingCaseAt[]> {
  const later = after && [
    { datum: { $gt: after.datum } },
    { datum: after.datum, fallId: { $gt: after.fallId } },
  ]
  const documents = await database
    .collection('cases')
    .find(later ? { datum: { $gte: after.datum }, $or: later } : {}, { limit })
    .sort({ datum: 1, fallId: 1 })
    .toArray()
  return documents.map(existingCase)
}

/** Whole cases that have one of the keys in one of the fields, each once; rich text left out. */
export async function existingCases({
  database,
  keys,
}: {
  database: MongoDatabase
  keys: Readonly<Record<string, readonly unknown[]>>
}): Promise<ExistingCaseAt[]> {
  const filters = Object.entries(keys).flatMap(([field, wanted]) => filtersOf(field, wanted))
  return casesWhere({ database, filters })
}

/** Whole cases that one of the filters finds, each once; rich text left out. */
export async function casesWhere({
  database,
  filters,
}: {
  database: MongoDatabase
  filters: readonly Record<string, unknown>[]
}): Promise<ExistingCaseAt[]> {
  const found = new Map<string, ExistingCaseAt>()
  for (const filter of filters) {
    for (const document of await database.collection('cases').find(filter).toArray()) {
      found.set(String(document._id), existingCase(document))
    }
  }
  return [...found.values()]
}

function filtersOf(field: string, keys: readonly unknown[]): Record<string, unknown>[] {
  const blocks: Record<string, unknown>[] = []
  for (let start = 0; start < keys.length; start += keysPerQuery) {
    blocks.push({ [field]: { $in: keys.slice(start, start + keysPerQuery) } })
  }
  return blocks
}

function existingCase(document: Record<string, unknown>): ExistingCaseAt {
  return {
    id: String(document._id),
    fallId: String(document.fallId),
    updatedAt:
      document.updatedAt instanceof Date ? document.updatedAt.toISOString() : String(document.updatedAt),
    personKey: typeof document.personKey === 'string' ? document.personKey : null,
    values: valuesOfDocument(document),
  }
}
