import type { WorkbookCell } from '../../../domain/imports/workbook/workbook'
import { WorkbookRefusal } from './workbookRefusal'

/** A merged range: columns from 0, rows from 1. */
export type Merge = { left: number; right: number; top: number; bottom: number }

/** Real workbooks have thousands; this many visited cells is an attack. */
const maxVisitedCells = 5_000_000

/** Of merged cells only the top left one has a value (SPEC §4); what hides under it is not read. */
export function clearMergedCells({
  rows,
  merges,
}: {
  rows: readonly { row: number; cells: WorkbookCell[] }[]
  merges: readonly Merge[]
}): void {
  let visited = 0
  for (const { left, right, top, bottom } of merges) {
    for (let index = firstRowFrom(rows, top); index < rows.length; index += 1) {
      const { row, cells } = rows[index] as (typeof rows)[number]
      if (row > bottom) break
      const last = Math.min(right, cells.length - 1)
      visited += 1 + Math.max(0, last - left)
      if (visited > maxVisitedCells) throw new WorkbookRefusal('damagedWorkbook', { detail: 'mergeCells' })
      for (let column = left; column <= last; column += 1) {
        if (row !== top || column !== left) cells[column] = null
      }
    }
  }
}

/** Where the rows from a number on begin; rows stand in order in all but damaged files, which are searched from 0. */
function firstRowFrom(rows: readonly { row: number }[], number: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.row ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}
