import type { CalendarDate } from '../../calendar/calendarDate'
import { fileFailure } from '../fileFailure'
import type { ParsedFile } from '../parsedFile'
import type { SourceRow } from '../planItem'
import { cellText, isEmptyCell } from '../workbook/cellText'
import { readCellValue } from '../workbook/readCellValue'
import type { Workbook, WorkbookCell, WorkbookRow, WorkbookSheet } from '../workbook/workbook'

/** The columns of the coding template (SPEC §8); `Fall-ID` and `ICD` are read, the others are for people. */
export const icdColumns = ['Fall-ID', 'Nachname', 'Vorname', 'Fallgruppe', 'KW', 'ICD'] as const

const needed = ['Fall-ID', 'ICD'] as const
const maxTitleRow = 20

type Place = { sheet: WorkbookSheet; headerRows: number; fallIdAt: number; icdAt: number }

/** Reads the coding template with its ICD column filled in (`icd-xlsx`, SPEC §4): the first sheet with its titles. */
export function parseIcdWorkbook({
  workbook,
  today,
}: {
  workbook: Workbook
  today: CalendarDate
}): ParsedFile {
  const place = workbook.sheets.map(placeOf).find((found) => found !== null)
  if (!place) return { ok: false, failure: missingColumns(workbook) }
  const { sheet, headerRows, fallIdAt, icdAt } = place
  const rows = sheet.rows
    .slice(headerRows)
    .filter(({ cells }) => !cells.every(isEmptyCell))
    .map((row) => readRow({ row, fallIdAt, icdAt, today }))
  if (rows.length === 0) return { ok: false, failure: fileFailure('emptyFile') }
  const header = sheet.rows.slice(0, headerRows).map(({ cells }) => cells.map(cellText))
  const format = { is1904: workbook.is1904, sheets: [{ name: sheet.name, header }] }
  return { ok: true, columns: [], format, rows }
}

function readRow({
  row: { row, cells },
  fallIdAt,
  icdAt,
  today,
}: {
  row: WorkbookRow
  fallIdAt: number
  icdAt: number
  today: CalendarDate
}): SourceRow {
  const fallId = cellText(cells[fallIdAt]).normalize('NFC')
  const { value, problems } = readCellValue({
    field: 'icd',
    cell: cells[icdAt] ?? null,
    today,
    is1904: false,
  })
  return { row, fallId, data: value === null ? {} : { icd: value }, problems, cells }
}

function placeOf(sheet: WorkbookSheet): Place | null {
  for (const [index, { row, cells }] of sheet.rows.entries()) {
    if (row > maxTitleRow) break
    const [fallIdAt = -1, icdAt = -1] = needed.map((title) => placeOfTitle({ cells, title }))
    if (fallIdAt >= 0 && icdAt >= 0) return { sheet, headerRows: index + 1, fallIdAt, icdAt }
  }
  return null
}

function placeOfTitle({ cells, title }: { cells: readonly WorkbookCell[]; title: string }): number {
  return cells.findIndex((cell) => titleKey(cellText(cell)) === titleKey(title))
}

function titleKey(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** What is missing in the sheet that has the most of it. */
function missingColumns({ sheets }: Workbook) {
  const titles = sheets[0]?.rows[0]?.cells ?? []
  const missing = needed.filter((title) => placeOfTitle({ cells: titles, title }) === -1)
  const found = titles.map(cellText).filter(Boolean).slice(0, 20).join(', ').slice(0, 500)
  const params = { sheet: sheets[0]?.name ?? '–', columns: missing.join(', '), found: found || '–' }
  return fileFailure('missingSheetColumns', params)
}
