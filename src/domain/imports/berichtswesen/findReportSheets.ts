import { type FileFailure, fileFailure } from '../fileFailure'
import { cellText } from '../workbook/cellText'
import { titleKey } from '../workbook/titleKey'
import type { Workbook, WorkbookSheet } from '../workbook/workbook'
import { countedSheets, icdSheetTitle, layoutColumnTitle, type SheetLayout } from './berichtswesenLayout'
import { type CountedSheet, findCountedSheet } from './findCountedSheet'

type ReportSheets = { counted: [CountedSheet, ...CountedSheet[]]; icd: WorkbookSheet }

const titles = [...countedSheets.map(({ title }) => title), icdSheetTitle]
const titleKeys = new Set(titles.map(titleKey))

/** Finds the five sheets of a report by their titles, a renamed one by its position and its columns. */
export function findReportSheets(
  workbook: Workbook,
): ({ ok: true } & ReportSheets) | { ok: false; failure: FileFailure } {
  const sheets = titles.map((title, position) => sheetOf({ workbook, title, position }))
  const missing = titles.filter((_, position) => !sheets[position])
  if (missing.length > 0) return { ok: false, failure: missingSheets({ workbook, missing }) }
  const counted: CountedSheet[] = []
  for (const [position, layout] of countedSheets.entries()) {
    const sheet = sheets[position]
    if (!sheet) continue
    const read = findCountedSheet({ sheet, layout })
    if (!read.ok) return { ok: false, failure: missingColumns({ sheet, missing: read.missing }) }
    counted.push(read.found)
  }
  const [first, ...others] = counted
  const icd = sheets[countedSheets.length]
  if (!first || !icd) return { ok: false, failure: missingSheets({ workbook, missing: titles }) }
  return { ok: true, counted: [first, ...others], icd }
}

function sheetOf({
  workbook: { sheets },
  title,
  position,
}: {
  workbook: Workbook
  title: string
  position: number
}): WorkbookSheet | undefined {
  const named = sheets.find(({ name }) => titleKey(name) === titleKey(title))
  if (named) return named
  const placed = sheets[position]
  if (!placed || titleKeys.has(titleKey(placed.name))) return undefined
  const layout = countedSheets[position]
  const isIt = layout
    ? findCountedSheet({ sheet: placed, layout }).ok
    : titleKey(cellText(placed.rows[0]?.cells[0])) === 'icd'
  return isIt ? placed : undefined
}

function missingSheets({ workbook, missing }: { workbook: Workbook; missing: readonly string[] }) {
  const found = workbook.sheetNames.slice(0, 20).join(', ').slice(0, 500)
  return fileFailure('missingSheets', { sheets: missing.join(', '), found: found || '–' })
}

function missingColumns({
  sheet,
  missing,
}: {
  sheet: WorkbookSheet
  missing: SheetLayout['columns']
}): FileFailure {
  const titleRow = sheet.rows.find(({ cells }) => cells.some((cell) => titleKey(cellText(cell)) === 'kw'))
  const found = (titleRow ?? sheet.rows[0])?.cells.map(cellText).filter(Boolean).slice(0, 20).join(', ')
  return fileFailure('missingSheetColumns', {
    sheet: sheet.name,
    columns: [...(titleRow ? [] : ['KW']), ...missing.map(layoutColumnTitle)].join(', '),
    found: found?.slice(0, 500) || '–',
  })
}
