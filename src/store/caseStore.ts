import type { AuditEntry } from '../domain/audit/auditEntry'
import type { RuledCase } from '../domain/cases/applyCaseRules'
import type { Fallgruppe } from '../domain/cases/caseFields'
import type { CaseSearch } from '../domain/cases/caseSearch'
import type { CaseValues } from '../domain/cases/caseValues'
import type { CatalogueEntry } from '../domain/icd/catalogue/catalogueEntry'
import type { StoredAmendments } from '../domain/imports/amendments'
import type { BlockCounts } from '../domain/imports/countBlock'
import type { LookAlikeKeys } from '../domain/imports/duplicates/lookAlikeKeys'
import type { LookAlike } from '../domain/imports/duplicates/possibleDuplicates'
import type { ImportPhase } from '../domain/imports/importState'
import type { ExistingCase, PlanCounts, PlanItem, SourceRow } from '../domain/imports/planItem'
import type { BlockUndo, CaseBefore } from '../domain/imports/planUndo'
import type { ExistingWeek } from '../domain/imports/planWeekRows'
import type { DurationGroup } from '../domain/reports/analyses/durations'
import type { HauptgruppeCount } from '../domain/reports/analyses/mainGroups'
import type { OpenGroup } from '../domain/reports/analyses/openWork'
import type { FlagGroup, IcdCount } from '../domain/reports/cube'

/** A new case ready to be stored, by its id. */
export type NewCase = RuledCase & { id: string }

/** A change of a stored case. It is refused when the case is no longer at `updatedAt`. */
export type ChangedCase = RuledCase & { id: string; updatedAt: string }

/**
 * A stretch of an import's plan, of one sheet: its rows as they were read and what is planned for each. `position`
 * counts from 0, `digest` tells whether another plan is the same.
 */
export type PlanBlock = {
  importId: string
  position: number
  sheet: string | null
  counts: BlockCounts
  digest: string
  rows: readonly SourceRow[]
  items: readonly PlanItem[]
}

/** Everything an import writes, to be stored as a whole or not at all. `at` is an ISO instant. */
export type ImportWrites = {
  importId: string
  at: string
  creates: NewCase[]
  updates: ChangedCase[]
  /** Weeks of `yearly-summaries`; a changed one is refused when it is no longer at its `updatedAt`. */
  weeks?: { creates: Omit<ExistingWeek, 'updatedAt'>[]; updates: ExistingWeek[] }
  audit: AuditEntry[]
  /** The plan's blocks as they were carried out. */
  blocks: (Pick<PlanBlock, 'items' | 'counts'> & { id: string; undo: BlockUndo })[]
  result: {
    created: number
    updated: number
    skipped: number
    failed: number
    counts: unknown
    problems: unknown
  }
}

/**
 * A previewed import planned anew: the decisions and corrections it was planned with and the blocks that changed. It is
 * refused when the import is no longer previewed, or no longer at `version`.
 */
export type ReplanWrites = StoredAmendments & {
  importId: string
  at: string
  version: number
  counts: PlanCounts
  blocks: (Pick<PlanBlock, 'items' | 'counts' | 'digest'> & { id: string })[]
}

/** How far an import is that is being applied, in rows of `total`; `at` is when that was told, an ISO instant. */
export type ImportProgress = { phase: ImportPhase; done: number; total: number; at: string }

/** Everything that undoing an import writes. It is refused when one of the cases or weeks is no longer at `appliedAt`. */
export type UndoWrites = {
  importId: string
  at: string
  appliedAt: string
  /** The ids of cases that are removed. */
  removed: string[]
  /** Cases that get their values and their version back. */
  reverted: (CaseBefore & Pick<RuledCase, 'search'>)[]
  /** Weeks of `yearly-summaries`: the ids of those that are removed, and those that get back what they held. */
  weeks?: { removed: string[]; reverted: ExistingWeek[] }
  audit: AuditEntry[]
  result: unknown
}

/** Filters of the lists and of the coding progress; absent means all. */
export type CaseFilter = { jahr?: number; kw?: number; fallgruppe?: Fallgruppe }

/** The cases that analyses are about; without a group those of all. */
export type AnalysisRange = { jahr: number; fallgruppe?: Fallgruppe }

/**
 * What the portal asks of its database beyond single documents. Two stores hold the same contract
 * (`tests/int/caseStore.test.ts`), so nothing outside `src/store` knows which database it is.
 */
export type CaseStore = {
  /** An id for a new document, as the database would make it. */
  newId(): string
  /** Cases with one of the tickets or person keys, for finding certain duplicates. */
  findDuplicateCandidates(keys: { tickets: string[]; personKeys: string[] }): Promise<ExistingCaseAt[]>
  /**
   * Cases that one of the keys finds, each once, with as much as comparing them needs. For several keys at once a store
   * may answer more: cases that one key's value finds on another one's days or birth date.
   */
  findLookAlikes(keys: LookAlikeKeys): Promise<LookAlike[]>
  /** The cases of Fall-IDs; of unknown ones none. */
  findByFallIds(fallIds: string[]): Promise<ExistingCaseAt[]>
  /** The cases of ids; of unknown ones none. */
  findByIds(ids: string[]): Promise<ExistingCaseAt[]>
  /** At most `limit` cases whose stored search values are of other rules than `namesKeyVersion`. */
  findOutdatedSearch(limit: number): Promise<{ id: string; values: CaseValues }[]>
  /** Writes search values anew, of cases that are still outdated; their version stays. */
  refreshSearch(cases: { id: string; search: CaseSearch }[]): Promise<void>
  /** The next cases after a place in the order of day and Fall-ID; `null` is the beginning. */
  casesInOrder(page: { after: CasePlace | null; limit: number }): Promise<ExistingCaseAt[]>
  /** Every Fall-ID that begins with one of the prefixes. */
  fallIdsWithPrefixes(prefixes: string[]): Promise<string[]>
  /** Stores stretches of an import's plan, all of them or none. */
  insertPlanBlocks(blocks: readonly PlanBlock[]): Promise<void>
  /** Stores a plan made anew whole: `stored`; `moved` when somebody else was first. */
  storeReplan(writes: ReplanWrites): Promise<'stored' | 'moved'>
  /**
   * Stores an import whole: `applied`; `notOpen` when it is no longer being applied, `conflict` when a case moved. Others
   * may read meanwhile, and write as soon as it is stored; `tell` hears how much is written, 0 to 1.
   */
  applyImport(
    writes: ImportWrites,
    tell?: (share: number) => void,
  ): Promise<'applied' | 'notOpen' | 'conflict'>
  /** Notes how far an import is, for every process that is asked; it is forgotten with `null`. */
  noteProgress(importId: string, progress: ImportProgress | null): Promise<void>
  /** What was last noted. */
  progressOf(importId: string): Promise<ImportProgress | null>
  /** Whether no other process works on this database: what none here does, nobody does. */
  isAlone: boolean
  /** Takes an import back whole: `undone`; `notOpen` when it is not applied, `conflict` when a case moved. */
  undoImport(writes: UndoWrites): Promise<'undone' | 'notOpen' | 'conflict'>
  /** Cases of the weeks 1…`bisKw` of a year, counted by week, group and flags in one grouped query. */
  flagGroups(range: { jahr: number; bisKw: number }): Promise<FlagGroup[]>
  /** Codes of a group's cases in the weeks 1…`bisKw` of a year, each counted once per case. */
  icdCounts(range: { jahr: number; bisKw: number; fallgruppe: Fallgruppe }): Promise<IcdCount[]>
  /** Cases of a year counted by week, group and days from the case to its documents and to its opinion, in no order. */
  durationGroups(range: AnalysisRange): Promise<DurationGroup[]>
  /** The cases of a year that have a code of a main group, each counted once per main group, in no order. */
  hauptgruppeCounts(range: AnalysisRange): Promise<HauptgruppeCount[]>
  /** What is open in the cases of all years, counted by their day, in no order. */
  openGroups(range: Pick<AnalysisRange, 'fallgruppe'>): Promise<OpenGroup[]>
  /** Cases pending ICD and pending coding, over all years. */
  pendingCounts(): Promise<{ pendingIcd: number; pendingCoding: number }>
  /** Cases with an opinion, and how they were coded. */
  codingProgress(
    filter: CaseFilter,
  ): Promise<{ gutachten: number; bestaetigung: number; alternative: number }>
  /** The years that have cases and the last week of each, newest first. */
  years(): Promise<{ jahr: number; lastKw: number }[]>
  /** Puts the lines of a year's ICD catalogue in place of those that are there, all of them or none. */
  replaceIcdCatalogue(catalogue: StoredCatalogue & { entries: readonly CatalogueEntry[] }): Promise<void>
  /** The newest year that has an ICD catalogue and when it was stored; `null` when there is none. */
  newestIcdCatalogue(): Promise<StoredCatalogue | null>
  /** The lines of a year's ICD catalogue, in no order. */
  icdCatalogueEntries(year: number): Promise<CatalogueEntry[]>
}

/** The ICD catalogue of a year; `at`, an ISO instant, is when it was stored, and tells one version from another. */
export type StoredCatalogue = { year: number; at: string }
/** Where a case stands in the order of day and Fall-ID. */
export type CasePlace = { datum: string; fallId: string }

/** A case that a row may be the same as, and the version it was read at. */
export type ExistingCaseAt = ExistingCase & { updatedAt: string }
