/** One cell: a text, a count, a share (1 = 100 %), or nothing. */
export type SheetCell = string | number | null

export type CellFormat = 'count' | 'percent' | 'text'

/** A sheet of the Berichtswesen as plain rows; the workbook and the web table only print it. */
export type SheetModel = {
  title: string
  /** Rows from row 1 on; short rows end in empty cells. */
  rows: SheetCell[][]
  /** The share cells, `row:column` from 1, formatted `0.0%`. */
  percentCells: { row: number; column: number }[]
  /** Rows (from 1) set in bold. */
  boldRows: number[]
  /** Merged ranges, rows and columns from 1, both ends included. */
  merges: { row: number; fromColumn: number; toColumn: number }[]
  /** How many rows at the top stay in view. */
  frozenRows: number
  /** Width of each column in characters. */
  columnWidths: number[]
}
