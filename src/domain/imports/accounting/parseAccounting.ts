import type { CalendarDate } from '../../calendar/calendarDate'
import { fileFailure } from '../fileFailure'
import type { ParsedFile } from '../parsedFile'
import type { SourceRow } from '../planItem'
import { cellText, isEmptyCell } from '../workbook/cellText'
import type { Workbook, WorkbookRow, WorkbookSheet } from '../workbook/workbook'
import { type AccountingColumn, accountingTitle } from './accountingColumns'
import { type ColumnPlaces, findAccountingColumns } from './findAccountingColumns'
import { readAccountingRow } from './readAccountingRow'

/** The sheets that are read, and the year of each (SPEC §4); that of several years has it in a column. */
const sheetYears: ReadonlyMap<string, number | null> = new Map([
  ['2026', 2026],
  ['2025', 2025],
  ['2024', 2024],
  ['2023', 2023],
  ['2020-2022', null],
])
const neededColumns = ['datum', 'nachname', 'fallgruppe'] as const satisfies readonly AccountingColumn[]

/** Whether a sheet of the accounting workbook is read. */
export function isAccountingSheet(name: string): boolean {
  return sheetYears.has(sheetKey(name))
}

/** Reads the accounting workbook (`abrechnung-xlsx`, SPEC §4); a sheet without rows of titles or columns refuses it. */
export function parseAccounting({
  workbook,
  today,
}: {
  workbook: Workbook
  today: CalendarDate
}): ParsedFile {
  const rows: SourceRow[] = []
  const sheets: { name: string; header: string[][] }[] = []
  const wanted = workbook.sheets.filter(({ name }) => isAccountingSheet(name))
  if (wanted.length === 0) return { ok: false, failure: missingSheets(workbook) }
  for (const sheet of wanted) {
    const columns = findAccountingColumns(sheet.rows)
    if (!columns && sheet.rows.length === 0) continue
    const missing = missingColumns(columns)
    if (!columns || missing.length > 0) return { ok: false, failure: missingSheetColumns({ sheet, missing }) }
    sheets.push({ name: sheet.name, header: sheet.rows.slice(0, columns.headerRows).map(textsOf) })
    for (const row of rowsOf({ sheet, columns, is1904: workbook.is1904, today })) rows.push(row)
  }
  if (rows.length === 0) return { ok: false, failure: fileFailure('emptyFile') }
  return { ok: true, columns: [], format: { sheets, is1904: workbook.is1904 }, rows }
}

function* rowsOf({
  sheet,
  columns: { places, headerRows },
  is1904,
  today,
}: {
  sheet: WorkbookSheet
  columns: ColumnPlaces
  is1904: boolean
  today: CalendarDate
}): Generator<SourceRow> {
  const sheetYear = sheetYears.get(sheetKey(sheet.name)) ?? null
  const numberAt = places.get('lfdNr')
  for (const { row, cells } of sheet.rows.slice(headerRows)) {
    if (cells.every((cell, place) => place === numberAt || isEmptyCell(cell))) continue
    const { data, problems } = readAccountingRow({ cells, places, sheetYear, is1904, today })
    yield { row, sheet: sheet.name, data, problems, cells }
  }
}

function textsOf({ cells }: WorkbookRow): string[] {
  return cells.map(cellText)
}

function sheetKey(name: string): string {
  return name.trim().replace(/[\s\u2010-\u2015]+/g, (sign) => (sign.trim() === '' ? '' : '-'))
}

function missingColumns(columns: ColumnPlaces | null): readonly AccountingColumn[] {
  return neededColumns.filter((column) => !columns?.places.has(column))
}

function missingSheets({ sheetNames }: Workbook) {
  const found = sheetNames.slice(0, 20).join(', ').slice(0, 500)
  return fileFailure('missingSheets', { sheets: [...sheetYears.keys()].join(', '), found: found || '–' })
}

function missingSheetColumns({
  sheet,
  missing,
}: {
  sheet: WorkbookSheet
  missing: readonly AccountingColumn[]
}) {
  const found = (sheet.rows[0]?.cells ?? [])
    .map(cellText)
    .filter(Boolean)
    .slice(0, 20)
    .join(', ')
    .slice(0, 500)
  const columns = missing.map(accountingTitle).join(', ')
  return fileFailure('missingSheetColumns', { sheet: sheet.name, columns, found: found || '–' })
}
