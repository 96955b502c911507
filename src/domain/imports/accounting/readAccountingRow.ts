import type { CalendarDate } from '../../calendar/calendarDate'
import { isRealWeek, mondayOf } from '../../calendar/isoWeek'
import type { CaseFieldName } from '../../cases/caseFields'
import type { CaseValues } from '../../cases/caseValues'
import type { Problem } from '../../problem'
import { cellText, isEmptyCell } from '../workbook/cellText'
import { readCellValue } from '../workbook/readCellValue'
import type { WorkbookCell } from '../workbook/workbook'
import { type AccountingColumn, accountingOrder, accountingTitle } from './accountingColumns'

type Reading = { data: CaseValues; problems: Problem[] }

type Row = {
  cells: readonly WorkbookCell[]
  places: ReadonlyMap<AccountingColumn, number>
  /** The sheet's year; `null` where each row has its own. */
  sheetYear: number | null
  is1904: boolean
  today: CalendarDate
}

/** Not read as case fields: the running number, and the week, which follows from the day. */
const notCaseFields: ReadonlySet<AccountingColumn> = new Set(['lfdNr', 'jahr', 'kw'])
const fields = accountingOrder.filter((column): column is CaseFieldName => !notCaseFields.has(column))
const required: ReadonlySet<CaseFieldName> = new Set(['nachname', 'fallgruppe'])
/** What cannot be read of these is a warning; the text is kept in the remark (SPEC §4). */
const kept: ReadonlySet<CaseFieldName> = new Set(['kvnr', 'email'])
const optional: ReadonlySet<CaseFieldName> = new Set(['geburtsdatum', ...kept])

/** Reads one row of the accounting workbook into case values and what is wrong with them. */
export function readAccountingRow(row: Row): Reading {
  const reading: Reading = { data: { quelle: 'abrechnung' }, problems: [] }
  const remarks: string[] = []
  for (const field of fields) {
    const cell = cellAt(row, field)
    if (isEmptyCell(cell)) {
      if (required.has(field)) reading.problems.push(problemOf({ field, code: 'required', value: null }))
      continue
    }
    const { value, problems } = readCellValue({
      field,
      cell: cell ?? null,
      today: row.today,
      is1904: row.is1904,
    })
    if (value !== null) reading.data[field] = value
    else if (kept.has(field) && problems.length > 0)
      remarks.push(`${accountingTitle(field)} laut Datei: ${cellText(cell)}`)
    reading.problems.push(...(optional.has(field) ? problems.map(asWarning) : problems))
  }
  if (remarks.length > 0)
    reading.data.bemerkung = [reading.data.bemerkung, ...remarks].filter(Boolean).join('\n')
  readDatum({ row, reading })
  return reading
}

function cellAt({ cells, places }: Row, column: AccountingColumn): WorkbookCell | undefined {
  const place = places.get(column)
  return place === undefined ? undefined : cells[place]
}

/** An empty day is the Monday of the row's week (SPEC §4); one in the future is only a warning. */
function readDatum({ row, reading }: { row: Row; reading: Reading }): void {
  const { data, problems } = reading
  const isGiven = !isEmptyCell(cellAt(row, 'datum'))
  if (!isGiven) {
    const week = weekOf(row)
    const monday = week && isRealWeek(week) ? mondayOf(week) : null
    if (week && monday) {
      data.datum = monday
      problems.push(asWarning(problemOf({ field: 'datum', code: 'dateFromWeek', value: `KW ${week.kw}` })))
    } else problems.push(problemOf({ field: 'datum', code: 'required', value: null }))
  }
  if (typeof data.datum !== 'string' || data.datum <= row.today) return
  const value = isGiven ? cellText(cellAt(row, 'datum')) : data.datum
  problems.push(asWarning(problemOf({ field: 'datum', code: 'dateInFuture', value })))
}

function weekOf(row: Row): { jahr: number; kw: number } | null {
  const kw = numberIn(cellAt(row, 'kw'))
  const jahr = row.sheetYear ?? numberIn(cellAt(row, 'jahr'))
  return kw === null || jahr === null ? null : { jahr, kw }
}

/** `9`, `KW 9` or `09`. */
function numberIn(cell: WorkbookCell | undefined): number | null {
  const match = /^(?:KW)?\s*(\d{1,4})(?:\.0+)?\.?$/i.exec(cellText(cell))
  return match ? Number(match[1]) : null
}

function asWarning(problem: Problem): Problem {
  return { ...problem, level: 'warning' }
}

function problemOf({ field, code, value }: Pick<Problem, 'field' | 'code' | 'value'>): Problem {
  return { level: 'error', code, field, value }
}
