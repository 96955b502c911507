/** One cell: a text, a number, or nothing. */
export type SheetCell = string | number | null

/** A cell's place, both from 1. */
export type CellPlace = { row: number; column: number }

/** A sheet of the Berichtswesen as plain rows; the workbook and the web table only print it. */
export type SheetModel = {
  title: string
  /** Rows from row 1 on; short rows end in empty cells. */
  rows: SheetCell[][]
  /** Cells that hold a share (1 = 100 %), printed `0.0%`. */
  percentCells: CellPlace[]
  /** Rows (from 1) in bold. */
  boldRows: number[]
  /** Cells merged within a row; both columns are included. */
  merges: { row: number; fromColumn: number; toColumn: number }[]
  /** How many rows at the top stay in view. */
  frozenRows: number
  /** The first of those rows that repeat on every printed page. */
  repeatedFrom: number
  /** Width of each column in characters. */
  columnWidths: number[]
}
