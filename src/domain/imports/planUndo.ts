import { type CaseSearch, caseSearch } from '../cases/caseSearch'
import type { CaseValues } from '../cases/caseValues'
import type { StoredCase } from './planItem'
import type { WrittenWeek } from './planWeekUndo'

/** A row that wrote, and the case it wrote to. */
export type WrittenRow = { row: number; sheet?: string; caseId: string }

/** A case as it was before an import changed it: the changed fields and the version. */
export type CaseBefore = { id: string; updatedAt: string; values: CaseValues }

/** What undoing a block of an applied import needs; a case that is not in `before` was created. */
export type BlockUndo = { rows: WrittenRow[]; before: CaseBefore[]; weeks?: WrittenWeek[] }

export const undoOutcomes = ['reversed', 'kept', 'failed'] as const
export type UndoOutcome = (typeof undoOutcomes)[number]

/** What became of a row; a case that was edited since is kept, one that is gone has nothing left to reverse. */
export type UndoneRow = {
  row: number
  sheet?: string
  outcome: UndoOutcome
  reason?: 'editedSince' | 'gone'
}

/** A case to be put back: what it holds now, and its fields and version as they were. */
export type Reversal = CaseBefore & { search: CaseSearch; current: StoredCase }

/** What undoing a stretch of an import takes back, and what becomes of each row that wrote. */
export type UndoPlan = { removed: StoredCase[]; reverted: Reversal[]; rows: UndoneRow[] }

/**
 * Plans the undoing of an import stretch by stretch: cases that stand as it left them, at `appliedAt`, are taken back,
 * each with one stretch, however many wrote to it. A created case that was deleted since counts as reversed, a changed
 * one as failed. `changedIds` are the cases that were there before; all others were created.
 */
export function createUndoPlanner({
  appliedAt,
  changedIds,
}: {
  appliedAt: string
  changedIds: ReadonlySet<string>
}) {
  const outcomes = new Map<string, Pick<UndoneRow, 'outcome' | 'reason'>>()

  return {
    /** The cases that have to be known for a stretch. */
    casesOf({ rows, before }: BlockUndo): string[] {
      const ids = new Set(before.map(({ id }) => id))
      for (const { caseId } of rows) if (!outcomes.has(caseId)) ids.add(caseId)
      return [...ids]
    },
    /** Adds a stretch; `current` are those of its cases that there still are. */
    add({ undo, current }: { undo: BlockUndo; current: readonly StoredCase[] }): UndoPlan {
      const byId = new Map(current.map((found) => [found.id, found]))
      const plan: UndoPlan = { removed: [], reverted: [], rows: [] }
      for (const { caseId, ...row } of undo.rows) {
        const found = byId.get(caseId)
        const wasCreated = !changedIds.has(caseId)
        const isFirst = !outcomes.has(caseId)
        const outcome = outcomes.get(caseId) ?? undoOutcome({ found, wasCreated, appliedAt })
        outcomes.set(caseId, outcome)
        plan.rows.push({ ...row, ...outcome })
        if (isFirst && wasCreated && found?.updatedAt === appliedAt) plan.removed.push(found)
      }
      for (const before of undo.before) {
        const found = byId.get(before.id)
        if (found?.updatedAt === appliedAt) plan.reverted.push(reversalOf({ found, before }))
      }
      return plan
    },
  }
}

/** How many rows of an undone import became what. */
export function countUndone(rows: readonly UndoneRow[]): Record<UndoOutcome, number> {
  const counts = { reversed: 0, kept: 0, failed: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

/** What becomes of a row by what it wrote to, as that stands now (`undefined` when it is gone). */
export function undoOutcome({
  found,
  wasCreated,
  appliedAt,
}: {
  found: { updatedAt: string } | undefined
  wasCreated: boolean
  appliedAt: string
}): Pick<UndoneRow, 'outcome' | 'reason'> {
  if (!found) return { outcome: wasCreated ? 'reversed' : 'failed', reason: 'gone' }
  return found.updatedAt === appliedAt ? { outcome: 'reversed' } : { outcome: 'kept', reason: 'editedSince' }
}

function reversalOf({ found, before }: { found: StoredCase; before: CaseBefore }): Reversal {
  const whole: CaseValues = Object.assign({}, found.values, before.values)
  return { ...before, search: caseSearch(whole), current: found }
}
