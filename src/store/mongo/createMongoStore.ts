import type { Payload } from 'payload'
import type { CaseStore, PlanBlock } from '../caseStore'
import { applyImport } from './applyImport'
import { casesInOrder, findByFallIds, findByIds } from './existingCases'
import { findDuplicateCandidates } from './findDuplicateCandidates'
import { type MongoDatabase, mongoDatabase } from './mongoDatabase'
import { codingProgress, flagGroups, icdCounts, pendingCounts, years } from './statistics'
import { undoImport } from './undoImport'

/** The store on MongoDB. */
export function createMongoStore(payload: Payload): CaseStore {
  const database = mongoDatabase(payload)
  return {
    newId: () => database.newId(),
    findDuplicateCandidates: (keys) => findDuplicateCandidates({ database, keys }),
    findByFallIds: (fallIds) => findByFallIds({ database, fallIds }),
    findByIds: (ids) => findByIds({ database, ids }),
    casesInOrder: (page) => casesInOrder({ database, ...page }),
    fallIdsWithPrefixes: (prefixes) => fallIdsWithPrefixes(database, prefixes),
    insertPlanBlocks: (blocks) => insertPlanBlocks(database, blocks),
    applyImport: (writes) => applyImport({ database, writes }),
    undoImport: (writes) => undoImport({ database, writes }),
    flagGroups: (range) => flagGroups(database, range),
    icdCounts: (range) => icdCounts(database, range),
    pendingCounts: () => pendingCounts(database),
    codingProgress: (filter) => codingProgress(database, filter),
    years: () => years(database),
  }
}

async function insertPlanBlocks(database: MongoDatabase, blocks: readonly PlanBlock[]): Promise<void> {
  const documents = blocks.map(({ importId, ...block }) => ({
    ...block,
    import: database.objectId(importId),
  }))
  await database.transaction(async (session) => {
    await database.collection('import-blocks').insertMany(documents, { session })
  })
}

async function fallIdsWithPrefixes(database: MongoDatabase, prefixes: string[]): Promise<string[]> {
  const ranges = prefixes.map((prefix) => ({ fallId: { $gte: prefix, $lt: `${prefix}\u{10ffff}` } }))
  if (ranges.length === 0) return []
  const documents = await database
    .collection('cases')
    .find({ $or: ranges }, { projection: { _id: 0, fallId: 1 } })
    .toArray()
  return documents.map((document) => String(document.fallId))
}
