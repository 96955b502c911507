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

export type UndoOutcome = 'reversed' | 'kept' | 'failed'

/** What became of a row; a case that was edited since is kept, one that is gone has nothing left to reverse. */
export type UndoneRow = {
  row: number
  sheet?: string
  outcome: UndoOutcome
  reason?: 'editedSince' | 'gone'
}

/** A case to be put back: what it holds now, and its fields and version as they were. */
export type Reversal = CaseBefore & { search: CaseSearch; current: StoredCase }

/** What undoing an import takes back, and what becomes of each row that wrote. */
export type UndoPlan = { removed: StoredCase[]; reverted: Reversal[]; rows: UndoneRow[] }

/**
 * Plans the undoing of an import: cases that stand as it left them, at `appliedAt`, are taken back. A created case that
 * was deleted since counts as reversed, a changed one as failed.
 */
export function planUndo({
  blocks,
  current,
  appliedAt,
}: {
  blocks: readonly BlockUndo[]
  current: readonly StoredCase[]
  appliedAt: string
}): UndoPlan {
  const before = new Map(blocks.flatMap((block) => block.before.map((entry) => [entry.id, entry])))
  const byId = new Map(current.map((found) => [found.id, found]))
  const unmoved = current.filter(({ updatedAt }) => updatedAt === appliedAt)
  const rows = blocks.flatMap((block) =>
    block.rows.map(({ caseId, ...row }): UndoneRow => {
      const found = byId.get(caseId)
      return { ...row, ...undoOutcome({ found, wasCreated: !before.has(caseId), appliedAt }) }
    }),
  )
  return {
    rows,
    removed: unmoved.filter(({ id }) => !before.has(id)),
    reverted: unmoved.flatMap((found) => reversalOf({ found, before: before.get(found.id) })),
  }
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

function reversalOf({ found, before }: { found: StoredCase; before: CaseBefore | undefined }): Reversal[] {
  if (!before) return []
  const whole: CaseValues = Object.assign({}, found.values, before.values)
  return [{ ...before, search: caseSearch(whole), current: found }]
}
