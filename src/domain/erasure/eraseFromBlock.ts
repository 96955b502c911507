import type { PlanItem, SourceRow } from '../imports/planItem'
import type { BlockUndo } from '../imports/planUndo'
import { rowKey } from '../imports/rowKey'
import type { Problem } from '../problem'
import type { ErasureTarget } from './erasureTarget'
import { withoutMentions } from './mentions'
import { likenessOf, personOf } from './person'

/** A stretch of an import's plan, as far as it tells of persons. */
export type ErasableBlock = { rows: readonly SourceRow[]; items: readonly PlanItem[]; undo: BlockUndo | null }

/** What stands in a row's place: that it was erased. */
export const erasedProblem = {
  level: 'error',
  code: 'erased',
  field: 'nachname',
  value: null,
} as const satisfies Problem

/**
 * A block without what it says of a person, and the keys of the rows that were theirs; `null` when it says nothing of
 * them. Rows keep their place and what became of them. Of an import that is still open a row that may be theirs is left
 * to the admin, and an erased one will not be applied.
 */
export function eraseFromBlock({
  block,
  target,
  isOpen,
}: {
  block: ErasableBlock
  target: ErasureTarget
  isOpen: boolean
}): (ErasableBlock & { erased: string[] }) | null {
  const written = new Map((block.undo?.rows ?? []).map((row) => [rowKey(row), row.caseId]))
  const erased = new Set<string>()
  block.rows.forEach((row, index) => {
    const key = rowKey(row)
    const item = block.items[index]
    if (item && isTheirs({ row, item, caseId: written.get(key), target, isOpen })) erased.add(key)
  })
  const rows = block.rows.map((row) => (erased.has(rowKey(row)) ? erasedRow(row) : row))
  const items = block.items.map((item) =>
    erased.has(rowKey(item)) ? erasedItem({ item, isOpen }) : withoutMentions(item, target.mentions),
  )
  const undo = block.undo && eraseFromUndo({ undo: block.undo, target })
  const isSame =
    erased.size === 0 && undo === block.undo && items.every((item, index) => item === block.items[index])
  return isSame ? null : { rows, items, undo, erased: [...erased] }
}

type PlannedRow = {
  row: SourceRow
  item: PlanItem
  /** The case that the row wrote to. */
  caseId: string | undefined
  target: ErasureTarget
  isOpen: boolean
}

/** What a row names or wrote to says whose it is; only of others its values have to. */
function isTheirs({ row, item, caseId, target: { caseIds, fallIds, persons }, isOpen }: PlannedRow): boolean {
  if (caseId !== undefined) return caseIds.has(caseId)
  if (row.fallId !== undefined) return fallIds.has(row.fallId)
  const known = [personOf(row.data), personOf(item.data)]
  return known.some((person) =>
    persons.some((theirs) => {
      const likeness = likenessOf(theirs, person)
      return likeness === 'certain' || (likeness === 'possible' && !isOpen)
    }),
  )
}

function erasedRow({ row, sheet, cells }: SourceRow): SourceRow {
  return {
    row,
    ...(sheet === undefined ? {} : { sheet }),
    data: {},
    problems: [erasedProblem],
    cells: cells.map(() => null),
  }
}

function erasedItem({ item: { row, sheet, action }, isOpen }: { item: PlanItem; isOpen: boolean }): PlanItem {
  const place = { row, ...(sheet === undefined ? {} : { sheet }) }
  const now = isOpen ? 'error' : action
  const level = now === 'error' ? 'error' : 'warning'
  return {
    ...place,
    action: now,
    data: {},
    changes: [],
    duplicateOf: null,
    problems: [{ ...erasedProblem, level }],
  }
}

/** A case that an import changed is still known to have been there before. */
function eraseFromUndo({ undo, target }: { undo: BlockUndo; target: ErasureTarget }): BlockUndo {
  if (!undo.before.some(({ id, values }) => target.caseIds.has(id) && Object.keys(values).length > 0))
    return undo
  const before = undo.before.map((one) => (target.caseIds.has(one.id) ? { ...one, values: {} } : one))
  return { ...undo, before }
}
