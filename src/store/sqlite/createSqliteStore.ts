import type { Payload } from 'payload'
import type { CaseFilter } from '../caseCounts'
import type { CaseStore } from '../caseStore'
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
import { insertPlanBlocks } from './insertPlanBlocks'
import { pendingMigrations } from './pendingMigrations'
import { findOutdatedSearch, refreshSearch } from './refreshSearch'
import { type SqliteDatabase, sqliteDatabase } from './sqliteDatabase'
import { flagGroups, icdCounts } from './statistics'
import { storeReplan } from './storeReplan'
import { storeTogether } from './storeTogether'
import { undoImport } from './undoImport'

/** The store on the embedded database. */
export function createSqliteStore(payload: Payload): CaseStore {
  const database = sqliteDatabase(payload)
  return {
    findDuplicateCandidates: (keys) => findDuplicateCandidates({ database, keys }),
    findLookAlikes: (keys) => findLookAlikes({ database, keys }),
    findOutdatedSearch: (limit) => findOutdatedSearch({ database, limit }),
    refreshSearch: (cases) => refreshSearch({ database, cases }),
    findByFallIds: (fallIds) => findByFallIds({ database, fallIds }),
    findByIds: (ids) => findByIds({ database, ids }),
    casesInOrder: (page) => casesInOrder({ database, ...page }),
    fallIdsWithPrefixes: (prefixes) => fallIdsWithPrefixes(database, prefixes),
    insertPlanBlocks: (blocks) => insertPlanBlocks({ database, blocks }),
    storeReplan: (writes) => storeReplan({ database, writes }),
    // The one process has locks of its own.
    revisionOf: async () => 0,
    applyImport: (writes, tell) => applyImport({ database, writes, tell }),
    noteProgress: async (importId, progress) => {
      if (progress) database.importProgress.set(importId, progress)
      else database.importProgress.delete(importId)
    },
    progressOf: async (importId) => database.importProgress.get(importId) ?? null,
    isAlone: true,
    storeTogether: (writes) => storeTogether({ payload, database, writes }),
    holdLease: async () => true,
    giveUpLease: async () => undefined,
    claimScheduled: async () => true,
    pendingMigrations: () => pendingMigrations({ payload, database }),
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
    forgetDeleted: () => database.forgetDeleted(),
  }
}

/** One row for all ids, for a row costs the client more than reading it; Unicode's last character ends a prefix's range, so the unique index serves the search. */
const afterEveryName = '\u{10ffff}'

async function fallIdsWithPrefixes(database: SqliteDatabase, prefixes: string[]): Promise<string[]> {
  const { rows } = await database.query(
    `select json_group_array(fall_id) as ids from json_each(?) as prefix
       join cases on fall_id >= prefix.value and fall_id < prefix.value || ?`,
    [JSON.stringify(prefixes), afterEveryName],
  )
  return JSON.parse(String(rows[0]?.ids))
}

async function pendingCounts(database: SqliteDatabase) {
  const { rows } = await database.query(
    `select sum(count) filter (where was = 'pendingIcd') as icd, sum(count) filter (where was = 'pendingCoding') as coding
       from case_open_days`,
  )
  return { pendingIcd: Number(rows[0]?.icd ?? 0), pendingCoding: Number(rows[0]?.coding ?? 0) }
}

async function codingProgress(database: SqliteDatabase, filter: CaseFilter) {
  const wanted = Object.entries(filter).filter(([, value]) => value !== undefined)
  const conditions = wanted.map(([field]) => ` and "${database.column('cases', field)}" = ?`).join('')
  const { rows } = await database.query(
    `select gutachten_typ as typ, count(*) as count from cases where gutachten = 1${conditions} group by gutachten_typ`,
    wanted.map(([, value]) => value as string | number),
  )
  const count = (typ: string | null) => Number(rows.find((row) => row.typ === typ)?.count ?? 0)
  const [bestaetigung, alternative] = [count('bestaetigung'), count('alternative')]
  return { gutachten: bestaetigung + alternative + count(null), bestaetigung, alternative }
}

/** One step through the index per year, however many cases a year has. */
async function years(database: SqliteDatabase) {
  const { rows } = await database.query(
    `with recursive year(jahr) as (
       select max(jahr) from cases
       union all select (select max(jahr) from cases where jahr < year.jahr) from year where year.jahr is not null)
     select jahr, (select max(kw) from cases where cases.jahr = year.jahr) as kw from year where jahr is not null`,
  )
  return rows.map((row) => ({ jahr: Number(row.jahr), lastKw: Number(row.kw) }))
}
