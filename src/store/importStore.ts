import type { AuditEntry } from '../domain/audit/auditEntry'
import type { RuledCase } from '../domain/cases/applyCaseRules'
import type { StoredAmendments } from '../domain/imports/amendments'
import type { BlockCounts } from '../domain/imports/countBlock'
import type { ImportPhase } from '../domain/imports/importState'
import type { PlanCounts, PlanItem, SourceRow } from '../domain/imports/planItem'
import type { BlockUndo, CaseBefore, UndoneRow } from '../domain/imports/planUndo'
import type { ExistingWeek } from '../domain/imports/planWeekRows'
import type { NotificationEvent } from '../domain/notifications/notificationTypes'

/** Imports as they are stored: their plans, what they write, and how they are taken back. */
export type ImportStore = {
  /** Stores stretches of an import's plan, all of them or none. */
  insertPlanBlocks(blocks: readonly PlanBlock[]): Promise<void>
  /** Stores a plan made anew whole: `stored`; `moved` when somebody else was first. */
  storeReplan(writes: ReplanWrites): Promise<'stored' | 'moved'>
  /**
   * Stores an import whole: `applied`; `notOpen` when it is no longer being applied, `conflict` when a case moved,
   * `overtaken` when another import was stored or taken back since `revision`. Others may read meanwhile, and write as
   * soon as it is stored; `tell` hears how much is written, 0 to 1.
   */
  applyImport(
    writes: ImportWrites,
    tell?: (share: number) => void,
  ): Promise<'applied' | 'notOpen' | 'conflict' | 'overtaken'>
  /** Notes how far an import is, for every process that is asked; it is forgotten with `null`. */
  noteProgress(importId: string, progress: ImportProgress | null): Promise<void>
  /** What was last noted. */
  progressOf(importId: string): Promise<ImportProgress | null>
  /** Takes an import back whole: `undone`; `notOpen` when it is not being undone, the others as with `applyImport`. */
  undoImport(
    writes: UndoWrites,
    tell?: (share: number) => void,
  ): Promise<'undone' | 'notOpen' | 'conflict' | 'overtaken'>
}

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

/**
 * Everything an import writes, to be stored as a whole or not at all. `at` is an ISO instant, `revision` that of the imports
 * on which it was planned.
 */
export type ImportWrites = {
  importId: string
  revision: number
  at: string
  creates: NewCase[]
  updates: ChangedCase[]
  /** Weeks of `yearly-summaries`; a changed one is refused when it is no longer at its `updatedAt`. */
  weeks?: { creates: Omit<ExistingWeek, 'updatedAt'>[]; updates: ExistingWeek[] }
  audit: AuditEntry[]
  /** What is to be told of it. */
  event?: NotificationEvent | null
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
  audit: AuditEntry[]
}

/** How far an import is that is being applied or undone, in rows of `total`; `at` is when that was told, an ISO instant. */
export type ImportProgress = { phase: ImportPhase; done: number; total: number; at: string }

/** Everything that undoing an import writes. It is refused when one of the cases or weeks is no longer at `appliedAt`. */
export type UndoWrites = {
  importId: string
  revision: number
  at: string
  appliedAt: string
  /** The ids of cases that are removed. */
  removed: string[]
  /** Cases that get their values and their version back. */
  reverted: (CaseBefore & Pick<RuledCase, 'search'>)[]
  /** Weeks of `yearly-summaries`: the ids of those that are removed, and those that get back what they held. */
  weeks?: { removed: string[]; reverted: ExistingWeek[] }
  audit: AuditEntry[]
  /** The plan's blocks with what became of their rows. */
  blocks: (Pick<PlanBlock, 'counts'> & { id: string; undone: readonly UndoneRow[] })[]
  result: unknown
}
