import type { CalendarDate } from '../../calendar/calendarDate'
import { type CaseFieldName, caseFields } from '../../cases/caseFields'
import type { CaseValues } from '../../cases/caseValues'
import type { Problem } from '../../problem'
import { accountingOrder } from '../accounting/accountingColumns'
import type { SyncTexts } from '../planItem'
import { cellText, isEmptyCell } from '../workbook/cellText'
import { readCellValue } from '../workbook/readCellValue'
import type { WorkbookCell } from '../workbook/workbook'
import { comparable, comparableValue } from './syncCell'
import type { SyncColumn } from './syncColumns'

/** The fields that a row says something of: the week follows from the day, whatever the sheet says of it. */
export const syncFields = accountingOrder.filter(
  (column): column is CaseFieldName => column !== 'lfdNr' && column !== 'jahr' && column !== 'kw',
)

/** What cannot be read of these is a warning (SPEC §4); the case keeps what it has. */
const optional: ReadonlySet<CaseFieldName> = new Set(['geburtsdatum', 'kvnr', 'email'])

type Row = {
  cells: readonly WorkbookCell[]
  places: ReadonlyMap<SyncColumn, number>
  is1904: boolean
  today: CalendarDate
}

type Reading = { data: CaseValues; problems: Problem[]; texts: SyncTexts }

/**
 * Reads the row of a case that exists: every column the sheet has is spoken of, an empty cell too, since the export
 * had filled it. `texts` are the cells that are more than the value that was read of them.
 */
export function readSyncRow({ cells, places, is1904, today }: Row): Reading {
  const reading: Reading = { data: {}, problems: [], texts: {} }
  for (const field of syncFields) {
    const place = places.get(field)
    if (place !== undefined) readCell({ reading, field, cell: cells[place] ?? null, is1904, today })
  }
  return reading
}

function readCell({
  reading,
  field,
  cell,
  is1904,
  today,
}: {
  reading: Reading
  field: CaseFieldName
  cell: WorkbookCell
  is1904: boolean
  today: CalendarDate
}): void {
  if (isEmptyCell(cell)) {
    reading.data[field] = caseFields[field].kind === 'boolean' ? false : null
    return
  }
  const { value, problems } = readCellValue({ field, cell, today, is1904 })
  reading.data[field] = value
  const text = comparable(cell)
  if (text !== comparableValue({ field, value })) reading.texts[field] = text
  const level = 'warning' as const
  for (const problem of problems) reading.problems.push(optional.has(field) ? { ...problem, level } : problem)
  if (field === 'datum' && typeof value === 'string' && value > today)
    reading.problems.push({ level, code: 'dateInFuture', field, value: cellText(cell) })
}
