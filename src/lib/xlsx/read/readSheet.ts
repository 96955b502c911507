import { parseCalendarDate } from '../../../domain/calendar/calendarDate'
import { serialDay } from '../../../domain/calendar/serialDay'
import type { WorkbookCell, WorkbookRow } from '../../../domain/imports/workbook/workbook'
import { clearMergedCells, type Merge } from './clearMergedCells'
import type { Archive } from './openArchive'
import { unescapeCharacters } from './readSharedStrings'
import { readXml, type XmlAttributes } from './readXml'
import { WorkbookRefusal } from './workbookRefusal'

/** Columns beyond are not read; the widest sheet that is asked for has 42, and one cell far right makes a long row. */
const maxColumns = 100
/** Excel writes 32,767 at most. */
const maxCellCharacters = 1_000_000
/** As many as rows, which no sheet has. */
const maxMerges = 200_000

export type SheetContext = {
  sharedStrings: readonly string[]
  dateStyles: ReadonlySet<number>
  is1904: boolean
  maxRows: number
}

/** Reads a sheet's rows that have any value. What the sheet says of its own size is not believed. */
export async function readSheet({
  archive,
  path,
  ...context
}: SheetContext & { archive: Archive; path: string }): Promise<WorkbookRow[]> {
  const rows: { row: number; cells: WorkbookCell[] }[] = []
  const merges: Merge[] = []
  let cells: WorkbookCell[] = []
  let rowNumber = 0
  let column = -1
  let cell: XmlAttributes = {}
  let value = ''
  let isValue = false
  let isHint = false

  function endRow() {
    if (cells.length > 0) rows.push({ row: rowNumber, cells })
    if (rows.length > context.maxRows) throw new WorkbookRefusal('tooManyRows', { maxRows: context.maxRows })
  }

  await readXml({
    pieces: archive.read(path),
    handler: {
      open: (name, attributes) => {
        if (name === 'c') {
          cell = attributes
          column = columnOf(attributes.r) ?? column + 1
          value = ''
        } else if (name === 'row') {
          const number = Number(attributes.r)
          rowNumber = Number.isInteger(number) && number > 0 ? number : rowNumber + 1
          cells = []
          column = -1
        } else if (name === 'v' || (name === 't' && !isHint)) isValue = true
        else if (name === 'rPh') isHint = true
        else if (name === 'mergeCell') addMerge({ merges, reference: attributes.ref ?? '' })
      },
      text: (text) => {
        if (isValue) value += text
        if (value.length > maxCellCharacters)
          throw new WorkbookRefusal('damagedWorkbook', { detail: `${cell.r ?? ''} > ${maxCellCharacters}` })
      },
      close: (name) => {
        if (name === 'v' || name === 't') isValue = false
        else if (name === 'c') {
          const read = value === '' ? null : cellOf({ type: cell.t, style: cell.s, value, ...context })
          if (read !== null && column < maxColumns) place({ cells, column, value: read })
        } else if (name === 'row') endRow()
        else if (name === 'rPh') isHint = false
      },
    },
  })
  clearMergedCells({ rows, merges })
  return rows
}

function place({
  cells,
  column,
  value,
}: {
  cells: WorkbookCell[]
  column: number
  value: WorkbookCell
}): void {
  while (cells.length < column) cells.push(null)
  cells[column] = value
}

function cellOf({
  type,
  style,
  value,
  sharedStrings,
  dateStyles,
  is1904,
}: Omit<SheetContext, 'maxRows'> & {
  type: string | undefined
  style: string | undefined
  value: string
}): WorkbookCell {
  switch (type) {
    case 's':
      return sharedStrings[Number(value)] ?? null
    case 'str':
    case 'inlineStr':
      return unescapeCharacters(value)
    case 'b':
      return value === '1' || value === 'true'
    case 'e':
      return { error: value }
    case 'd': {
      const day = parseCalendarDate(value.slice(0, 10))
      return day ? { day } : value
    }
    default:
      return numberOf({ value, isDate: dateStyles.has(Number(style ?? 0)), is1904 })
  }
}

function numberOf({
  value,
  isDate,
  is1904,
}: {
  value: string
  isDate: boolean
  is1904: boolean
}): WorkbookCell {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const day = isDate ? serialDay({ serial: number, is1904 }) : null
  return day ? { day } : number
}

/** The column from 0 of a reference like `AB12`. */
function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null
  let column = 0
  for (let index = 0; index < reference.length && index < 4; index += 1) {
    const letter = reference.charCodeAt(index) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column === 0 ? null : column - 1
}

function addMerge({ merges, reference }: { merges: Merge[]; reference: string }): void {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (!match) return
  if (merges.length >= maxMerges) throw new WorkbookRefusal('damagedWorkbook', { detail: 'mergeCells' })
  const [left, right] = [columnOf(match[1]) ?? 0, columnOf(match[3]) ?? 0]
  merges.push({ left, right, top: Number(match[2]), bottom: Number(match[4]) })
}
