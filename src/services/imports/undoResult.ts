import type { UndoneRow } from '../../domain/imports/planUndo'
import type { Import } from '../../payload-types'

/** What undoing an import did; the same for its first answer and for every later question. Counts are rows. */
export type UndoResult = {
  importId: string
  status: 'undone'
  reversed: number
  kept: number
  failed: number
  rows: UndoneRow[]
}

/** The result an undone import was stored with. */
export function storedUndoResult({ undoResult }: Import): UndoResult | null {
  return (undoResult ?? null) as UndoResult | null
}
