import { countUndone, type UndoneRow } from '../../domain/imports/planUndo'
import type { Import } from '../../payload-types'
import { maxRowsAtOnce } from './maxRowsAtOnce'

/**
 * What undoing an import did; the same for its first answer and for every later question. Counts are rows. `rows` are all
 * of them, of a large import the first; its others are with the rows of its plan.
 */
export type UndoResult = {
  importId: string
  status: 'undone'
  reversed: number
  kept: number
  failed: number
  rows: UndoneRow[]
}

/** The result of undoing an import by what became of its rows. */
export function resultOfUndo({
  importId,
  rows,
}: {
  importId: string
  rows: readonly UndoneRow[]
}): UndoResult {
  return { importId, status: 'undone', ...countUndone(rows), rows: rows.slice(0, maxRowsAtOnce) }
}

/** The result an undone import was stored with. */
export function storedUndoResult({ undoResult }: Import): UndoResult | null {
  return (undoResult ?? null) as UndoResult | null
}
