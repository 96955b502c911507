import type { IcdCount } from '../cube'
import type { SheetModel } from '../sheetModel'

/** Sheet 5, `Auswertung ICD onko`: every code of the onko cases, once per case, and the sum of the counts. */
export function icdOnkoSheet({ icdCounts }: { icdCounts: readonly IcdCount[] }): SheetModel {
  const sorted = [...icdCounts].sort((left, right) => (left.code < right.code ? -1 : 1))
  const total = sorted.reduce((sum, { count }) => sum + count, 0)
  const rows = [['ICD', 'Anzahl'], ...sorted.map(({ code, count }) => [code, count]), ['Gesamt', total]]
  return {
    title: 'Auswertung ICD onko',
    rows,
    percentCells: [],
    boldRows: [1, rows.length],
    merges: [],
    frozenRows: 1,
    repeatedFrom: 1,
    columnWidths: [12, 12],
  }
}
