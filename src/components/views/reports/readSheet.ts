import type { WeeklyOut } from '../../../endpoints/reports/contract'

type Cell = WeeklyOut['sheets'][number]['rows'][number][number]

/** A cell to print: `share` of 1 = 100 %, `span` how many columns it takes. */
export type SheetCellView = { value: Cell; format: 'text' | 'count' | 'share'; span: number }

/** `title` spans the sheet, `groups` and `head` are headers, `total` is bold, `gap` is an empty row. */
export type SheetLine = {
  kind: 'title' | 'groups' | 'head' | 'body' | 'total' | 'gap'
  cells: SheetCellView[]
}

/** Finds in the plain rows of a sheet what is a header, a total, a share: the web table prints just that. */
export function readSheet(rows: Cell[][]): SheetLine[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  let shareColumns = new Set<number>()
  return rows.map((row) => {
    const kind = kindOf(row)
    if (kind === 'head') shareColumns = shareColumnsOf(row)
    return { kind, cells: cellsOf({ kind, row, width, shareColumns }) }
  })
}

const headNames = ['KW', 'ICD']
const shareNames = ['%', 'Veränderung']
const totalNames = ['Gesamt', 'in %']

function kindOf(row: Cell[]): SheetLine['kind'] {
  const filled = row.filter(isFilled)
  const [first] = row
  if (filled.length === 0) return 'gap'
  if (isOneOf(headNames, first) || row.some((cell) => isOneOf(shareNames, cell))) return 'head'
  if (isOneOf(totalNames, first)) return 'total'
  if (filled.length === 1 && typeof first === 'string' && isFilled(first)) return 'title'
  return !isFilled(first ?? null) && filled.every((cell) => typeof cell === 'string') ? 'groups' : 'body'
}

function shareColumnsOf(head: Cell[]): Set<number> {
  return new Set(head.flatMap((cell, column) => (isOneOf(shareNames, cell) ? [column] : [])))
}

type CellsOf = { kind: SheetLine['kind']; row: Cell[]; width: number; shareColumns: Set<number> }

function cellsOf({ kind, row, width, shareColumns }: CellsOf): SheetCellView[] {
  if (kind === 'gap' || kind === 'title') return [{ value: row[0] ?? null, format: 'text', span: width }]
  const padded = Array.from({ length: width }, (_, column) => row[column] ?? null)
  if (kind === 'groups') return groupCells(padded)
  const isShareRow = padded[0] === 'in %'
  return padded.map((value, column) => {
    if (kind === 'head' || column === 0 || typeof value !== 'number')
      return { value, format: 'text', span: 1 }
    return { value, format: isShareRow || shareColumns.has(column) ? 'share' : 'count', span: 1 }
  })
}

/** A group's name stands in its first column and reaches to the next name. */
function groupCells(row: Cell[]): SheetCellView[] {
  const [first = null, ...others] = row
  const cells: SheetCellView[] = [{ value: first, format: 'text', span: 1 }]
  for (const value of others) {
    const last = cells.at(-1)
    if (!isFilled(value) && last && cells.length > 1) last.span += 1
    else cells.push({ value, format: 'text', span: 1 })
  }
  return cells
}

function isFilled(cell: Cell): boolean {
  return cell !== null && cell !== ''
}

function isOneOf(names: string[], cell: Cell | undefined): boolean {
  return typeof cell === 'string' && names.includes(cell)
}
