import { type UndoneRow, undoOutcome } from './planUndo'
import type { ExistingWeek } from './planWeekRows'

/** A row that wrote a week, and the week as it was before; `null` when the row created it. */
export type WrittenWeek = { row: number; sheet?: string; id: string; before: ExistingWeek | null }

/** What undoing takes back of the weeks an import wrote, and what becomes of each row. */
export type WeekUndoPlan = {
  removed: ExistingWeek[]
  reverted: { current: ExistingWeek; before: ExistingWeek }[]
  rows: UndoneRow[]
}

/** Plans the undoing of written weeks: those that stand as the import left them, at `appliedAt`, are taken back. */
export function planWeekUndo({
  written,
  current,
  appliedAt,
}: {
  written: readonly WrittenWeek[]
  current: readonly ExistingWeek[]
  appliedAt: string
}): WeekUndoPlan {
  const plan: WeekUndoPlan = { removed: [], reverted: [], rows: [] }
  const byId = new Map(current.map((found) => [found.id, found]))
  for (const { id, before, ...row } of written) {
    const found = byId.get(id)
    plan.rows.push({ ...row, ...undoOutcome({ found, wasCreated: before === null, appliedAt }) })
    if (found?.updatedAt !== appliedAt) continue
    if (before) plan.reverted.push({ current: found, before })
    else plan.removed.push(found)
  }
  return plan
}
