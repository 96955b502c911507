import { type FileFailure, fileFailure } from '../fileFailure'
import type { ParsedFile } from '../parsedFile'
import type { SourceRow } from '../planItem'
import { cellText } from '../workbook/cellText'
import type { Workbook, WorkbookRow } from '../workbook/workbook'
import { findReportSheets } from './findReportSheets'
import { differentTotals, readWeek } from './readWeek'
import { type StrayRow, type WeeksOfSheet, weeksOfSheet } from './weeksOfSheet'
import { yearOfReport } from './yearOfReport'

/**
 * Reads a workbook in the format of SPEC §6 (`berichtswesen-xlsx`): a row is a week, at its place on the first sheet,
 * with the counts it has on all of them.
 */
export function parseBerichtswesen({
  workbook,
  filename,
}: {
  workbook: Workbook
  filename: string
}): ParsedFile {
  const found = findReportSheets(workbook)
  if (!found.ok) return found
  const { counted, icd } = found
  const [first] = counted
  const jahr = yearOfReport({ header: first.header, filename })
  if (jahr === null) return failed(fileFailure('missingYear', { sheet: first.name }))
  const sheets = counted.map((sheet) => weeksOfSheet({ sheet, jahr }))
  const rows = rowsOf({ jahr, sheets })
  if (rows.length === 0) return failed(fileFailure('emptyFile'))
  const headers = [
    ...counted.map(({ name, header }) => ({ name, header: header.map(textsOf) })),
    { name: icd.name, header: icd.rows.slice(0, 1).map(textsOf) },
  ]
  return { ok: true, columns: [], format: { sheets: headers, is1904: workbook.is1904 }, rows }
}

function rowsOf({ jahr, sheets }: { jahr: number; sheets: readonly WeeksOfSheet[] }): SourceRow[] {
  const [first] = sheets
  if (!first) return []
  const weeks = [...first.byKw].map(
    ([kw, { row, cells }]): SourceRow => ({
      row,
      sheet: first.sheet.name,
      cells,
      ...readWeek({ jahr, kw, sheets }),
    }),
  )
  const last = weeks.at(-1)
  if (last) last.problems = [...last.problems, ...sheets.flatMap(differentTotals)]
  const strays = sheets.flatMap((weeksOf) => [...weeksOf.strays, ...strangers({ weeksOf, first })])
  return [...weeks, ...strays.map((stray) => strayRow({ jahr, stray }))]
}

/** Weeks that the first sheet does not have. */
function strangers({ weeksOf, first }: { weeksOf: WeeksOfSheet; first: WeeksOfSheet }): StrayRow[] {
  return [...weeksOf.byKw].flatMap(([kw, row]): StrayRow[] => {
    if (first.byKw.has(kw)) return []
    const params = { sheet: first.sheet.name }
    const problem = { level: 'error', code: 'missingWeek', field: 'kw', value: String(kw), params } as const
    return [{ sheet: weeksOf.sheet.name, row, kw, problem }]
  })
}

function strayRow({
  jahr,
  stray: { sheet, row, kw, problem },
}: {
  jahr: number
  stray: StrayRow
}): SourceRow {
  const data = kw === null ? { jahr } : { jahr, kw }
  return { row: row.row, sheet, data, problems: [problem], cells: row.cells }
}

function textsOf({ cells }: WorkbookRow): string[] {
  return cells.map(cellText)
}

function failed(failure: FileFailure): ParsedFile {
  return { ok: false, failure }
}
