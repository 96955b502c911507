import type { CalendarDate } from '../../calendar/calendarDate'
import { readAccountingRow } from '../accounting/readAccountingRow'
import { type FileFailure, fileFailure } from '../fileFailure'
import type { ParsedFile } from '../parsedFile'
import type { SourceRow } from '../planItem'
import { cellText, isEmptyCell } from '../workbook/cellText'
import type { Workbook, WorkbookCell, WorkbookSheet } from '../workbook/workbook'
import { findSyncColumns, type SyncPlaces } from './findSyncColumns'
import { readSyncRow } from './readSyncRow'
import { isYearSheet, type SyncColumn, syncTitle, usualSheets, yearOfSheet } from './syncColumns'

type File = { workbook: Workbook; today: CalendarDate }

/**
 * Reads the exported workbook as it comes back (`sync-xlsx`, SPEC §4): every sheet that has the columns it needs. A sheet
 * named like a year that has lost one refuses the file; other sheets are people's own.
 */
export function parseSync({ workbook, today }: File): ParsedFile {
  const rows: SourceRow[] = []
  const sheets: { name: string; header: string[][] }[] = []
  const found = workbook.sheets
    .filter((sheet) => sheet.rows.length > 0)
    .map((sheet) => ({ sheet, columns: findSyncColumns(sheet.rows) }))
  const refused = refusalOf({ found, workbook })
  if (refused) return { ok: false, failure: refused }
  for (const { sheet, columns } of found) {
    if (columns.missing.length > 0) continue
    const header = sheet.rows.slice(0, columns.headerRows).map(({ cells }) => cells.map(cellText))
    sheets.push({ name: sheet.name, header })
    for (const row of rowsOf({ sheet, columns, is1904: workbook.is1904, today })) rows.push(row)
  }
  if (rows.length === 0) return { ok: false, failure: fileFailure('emptyFile') }
  return { ok: true, columns: [], format: { sheets, is1904: workbook.is1904 }, rows }
}

type FoundSheet = { sheet: WorkbookSheet; columns: SyncPlaces }

function* rowsOf({
  sheet,
  columns: { places, accountingPlaces, headerRows },
  is1904,
  today,
}: FoundSheet & { is1904: boolean; today: CalendarDate }): Generator<SourceRow> {
  const numberAt = places.get('lfdNr')
  const sheetYear = yearOfSheet(sheet.name)
  for (const { row, cells } of sheet.rows.slice(headerRows)) {
    if (cells.every((cell, place) => place === numberAt || isEmptyCell(cell))) continue
    const at = { row, sheet: sheet.name, cells }
    const fallId = cellText(cellAt({ cells, places, column: 'fallId' })).normalize('NFC')
    if (fallId === '') {
      const { data, problems } = readAccountingRow({
        cells,
        places: accountingPlaces,
        sheetYear,
        is1904,
        today,
      })
      yield { ...at, data: { ...data, quelle: 'sync' }, problems }
      continue
    }
    const { data, problems, texts } = readSyncRow({ cells, places, is1904, today })
    const stand = readStand(cellText(cellAt({ cells, places, column: 'stand' })))
    yield { ...at, fallId, data, problems, sync: { stand, texts } }
  }
}

function cellAt({
  cells,
  places,
  column,
}: {
  cells: readonly WorkbookCell[]
  places: ReadonlyMap<SyncColumn, number>
  column: SyncColumn
}): WorkbookCell | undefined {
  const place = places.get(column)
  return place === undefined ? undefined : cells[place]
}

/** The version as the export wrote it; anything else says nothing. */
function readStand(text: string): string | null {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))
  return isInstant ? text : null
}

function refusalOf({
  found,
  workbook,
}: {
  found: readonly FoundSheet[]
  workbook: Workbook
}): FileFailure | null {
  const lacking = found.filter(({ columns }) => columns.missing.length > 0)
  const ofYear = lacking.find(({ sheet }) => isYearSheet(sheet.name))
  if (ofYear) return missingColumns(ofYear)
  if (lacking.length < found.length) return null
  const [nearest] = [...lacking].sort(
    (left, right) => left.columns.missing.length - right.columns.missing.length,
  )
  if (nearest) return missingColumns(nearest)
  if (workbook.sheets.some(({ name }) => isYearSheet(name))) return fileFailure('emptyFile')
  const names = workbook.sheetNames.slice(0, 20).join(', ').slice(0, 500)
  return fileFailure('missingSheets', { sheets: usualSheets.join(', '), found: names || '–' })
}

function missingColumns({ sheet, columns }: FoundSheet): FileFailure {
  const titles = sheet.rows[Math.max(0, columns.headerRows - 1)]?.cells ?? []
  const found = titles.map(cellText).filter(Boolean).slice(0, 20).join(', ').slice(0, 500)
  return fileFailure('missingSheetColumns', {
    sheet: sheet.name,
    columns: columns.missing.map(syncTitle).join(', '),
    found: found || '–',
  })
}
