import type { Payload } from 'payload'
import type { CaseStore } from '../caseStore'
import type { PlanBlock } from '../importStore'
import { durationGroups, hauptgruppeCounts, openGroups } from './analyses'
import { applyImport } from './applyImport'
import {
  auditEntriesOf,
  auditIds,
  auditPage,
  countAudit,
  countUnsealed,
  entriesSaying,
  entriesSealedIn,
  unsealedEntries,
} from './auditEntries'
import { auditHead, auditSeals, replaceAuditValues, storeSeal } from './auditSeals'
import {
  casesBefore,
  countBefore,
  erasableBlocks,
  eraseCases,
  findPersons,
  importsBefore,
  storeErasedRows,
} from './erasePersons'
import { casesInOrder, findByFallIds, findByIds } from './existingCases'
import { findDuplicateCandidates } from './findDuplicateCandidates'
import { findLookAlikes } from './findLookAlikes'
import { icdCatalogueEntries, newestIcdCatalogue, replaceIcdCatalogue } from './icdCatalogue'
import { noteProgress, progressOf } from './importProgress'
import { insertDocuments } from './insertDocuments'
import { giveUpLease, holdLease } from './leases'
import { type MongoDatabase, mongoDatabase } from './mongoDatabase'
import { findOutdatedSearch, refreshSearch } from './refreshSearch'
import { revisionOf } from './revisions'
import { claimScheduled } from './scheduledRuns'
import { codingProgress, flagGroups, icdCounts, pendingCounts, years } from './statistics'
import { storeReplan } from './storeReplan'
import { storeTogether } from './storeTogether'
import { undoImport } from './undoImport'

/** The store on MongoDB. */
export function createMongoStore(payload: Payload): CaseStore {
  const database = mongoDatabase(payload)
  return {
    findDuplicateCandidates: (keys) => findDuplicateCandidates({ database, keys }),
    findLookAlikes: (keys) => findLookAlikes({ database, keys }),
    findOutdatedSearch: (limit) => findOutdatedSearch({ database, limit }),
    refreshSearch: (cases) => refreshSearch({ database, cases }),
    findByFallIds: (fallIds) => findByFallIds({ database, fallIds }),
    findByIds: (ids) => findByIds({ database, ids }),
    casesInOrder: (page) => casesInOrder({ database, ...page }),
    fallIdsWithPrefixes: (prefixes) => fallIdsWithPrefixes(database, prefixes),
    insertPlanBlocks: (blocks) => insertPlanBlocks(database, blocks),
    storeReplan: (writes) => storeReplan({ database, writes }),
    revisionOf: (of) => revisionOf({ database, of }),
    applyImport: (writes, tell) => applyImport({ database, writes, tell }),
    noteProgress: (importId, progress) => noteProgress({ database, importId, progress }),
    progressOf: (importId) => progressOf({ database, importId }),
    isAlone: false,
    storeTogether: (writes, transactionID) => storeTogether({ payload, database, writes, transactionID }),
    holdLease: (lease, times) => holdLease({ database, lease, ...times }),
    giveUpLease: (lease) => giveUpLease({ database, lease }),
    claimScheduled: (task, at) => claimScheduled({ database, task, at }),
    // Documents need no migration; what the start makes of indexes it names itself.
    pendingMigrations: async () => [],
    undoImport: (writes, tell) => undoImport({ database, writes, tell }),
    flagGroups: (range) => flagGroups(database, range),
    icdCounts: (range) => icdCounts(database, range),
    durationGroups: (range) => durationGroups(database, range),
    hauptgruppeCounts: (range) => hauptgruppeCounts(database, range),
    openGroups: (range) => openGroups(database, range),
    pendingCounts: () => pendingCounts(database),
    codingProgress: (filter) => codingProgress(database, filter),
    years: () => years(database),
    replaceIcdCatalogue: (catalogue) => replaceIcdCatalogue({ database, catalogue }),
    newestIcdCatalogue: () => newestIcdCatalogue(database),
    icdCatalogueEntries: (year) => icdCatalogueEntries({ database, year }),
    unsealedEntries: (limit) => unsealedEntries({ database, limit }),
    countUnsealed: () => countUnsealed({ database }),
    storeSeal: (sealing) => storeSeal({ database, ...sealing }),
    auditHead: () => auditHead({ database }),
    auditSeals: (range) => auditSeals({ database, ...range }),
    entriesSealedIn: (range) => entriesSealedIn({ database, ...range }),
    auditPage: (page) => auditPage({ database, ...page }),
    auditIds: (wanted) => auditIds({ database, ...wanted }),
    countAudit: (count) => countAudit({ database, ...count }),
    auditEntriesOf: (ids) => auditEntriesOf({ database, ids }),
    replaceAuditValues: (writes) => replaceAuditValues({ database, ...writes }),
    findPersons: (keys) => findPersons({ database, keys }),
    casesBefore: (wanted) => casesBefore({ database, ...wanted }),
    countBefore: (limits) => countBefore({ database, ...limits }),
    importsBefore: (wanted) => importsBefore({ database, ...wanted }),
    erasableBlocks: (page) => erasableBlocks({ database, ...page }),
    storeErasedRows: (writes) => storeErasedRows({ database, writes }),
    eraseCases: (writes) => eraseCases({ database, ...writes }),
    entriesSaying: (wanted) => entriesSaying({ database, ...wanted }),
    // What MongoDB keeps of deleted documents in its own files goes with its log; docs/privacy.md says when.
    forgetDeleted: async () => undefined,
  }
}

async function insertPlanBlocks(database: MongoDatabase, blocks: readonly PlanBlock[]): Promise<void> {
  const documents = blocks.map(({ importId, ...block }) => ({
    ...block,
    import: importId,
  }))
  await database.transaction(async (session) => {
    await insertDocuments({ database, session, slug: 'import-blocks', documents })
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
