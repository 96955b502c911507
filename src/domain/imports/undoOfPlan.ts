import type { CaseFieldName } from '../cases/caseFields'
import type { CaseValues } from '../cases/caseValues'
import type { Plan } from './planDrafts'
import type { PlanItem } from './planItem'
import type { PlannedUpdate } from './plannedUpdates'
import type { BlockUndo, CaseBefore } from './planUndo'
import { rowKey } from './rowKey'

type Input = {
  plan: Plan
  /** The ids of the plan's creates, in their order. */
  createdIds: readonly string[]
  /** The version each updated case was read at. */
  versionOf: (caseId: string) => string
}

/** Answers, for a stretch of a plan's items, what undoing them needs. Each case's state before is told once, with its first row. */
export function undoOfPlan({
  plan,
  createdIds,
  versionOf,
}: Input): (items: readonly PlanItem[]) => BlockUndo {
  const caseOf = new Map<PlanItem, string>()
  const beforeOf = new Map<PlanItem, CaseBefore>()
  const caseOfRow = new Map<string, string>()
  plan.creates.forEach(({ item }, index) => {
    const id = createdIds[index]
    if (id === undefined) throw new Error('A planned case has no id.')
    caseOfRow.set(rowKey(item), id)
  })
  for (const update of plan.updates) {
    const { id } = update.existing
    for (const item of update.items) caseOf.set(item, id)
    const [first] = update.items
    if (first) beforeOf.set(first, { id, updatedAt: versionOf(id), values: valuesBefore(update) })
  }
  return (items) => {
    const undo: BlockUndo = { rows: [], before: [] }
    for (const item of items) {
      if (item.action !== 'create' && item.action !== 'update') continue
      const caseId = caseOf.get(item) ?? caseOfRow.get(createdBy(item))
      if (caseId === undefined) throw new Error(`No case is known for the row ${rowKey(item)}.`)
      const { row, sheet } = item
      undo.rows.push(sheet === undefined ? { row, caseId } : { row, sheet, caseId })
      const before = beforeOf.get(item)
      if (before) undo.before.push(before)
    }
    return undo
  }
}

/** The row that created the case: itself, or the earlier one that an update was merged into. */
function createdBy({ row, sheet, action, duplicateOf }: PlanItem): string {
  const earlier = action === 'update' ? duplicateOf : null
  return typeof earlier?.row === 'number'
    ? rowKey({ row: earlier.row, sheet: earlier.sheet })
    : rowKey({ row, sheet })
}

function valuesBefore({ before, ruled }: PlannedUpdate): CaseValues {
  const values: CaseValues = {}
  for (const name of Object.keys(ruled.values) as CaseFieldName[]) values[name] = before[name] ?? null
  return values
}
