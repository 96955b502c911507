import type { PayloadRequest } from 'payload'
import { describeProblem } from '../../domain/describeProblem'
import { writeCsv } from '../../domain/imports/crmCsv/writeCsv'
import type { CsvFormat, FileFormat, WorkbookFormat } from '../../domain/imports/parsedFile'
import type { PlanItem, SourceRow } from '../../domain/imports/planItem'
import type { WorkbookCell } from '../../domain/imports/workbook/workbook'
import type { Language } from '../../domain/language'
import { languageOf } from '../../lib/language'
import { writeRows } from '../../lib/xlsx/writeRows'
import { loadPlanBlocks } from './importBlocks'
import { loadImport } from './loadImport'

/** The column that says what is wrong with a row. */
const errorTitle = 'Fehler'

type FailedRow = { source: SourceRow; message: string }

/**
 * The rows in error of an import in the format they came in, their columns untouched, with a column `Fehler`: to be
 * corrected and imported again (SPEC §4).
 */
export async function buildErrorFile({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<{ bytes: Uint8Array; filename: string }> {
  const { filename, columns, format } = await loadImport({ req, id })
  const blocks = await loadPlanBlocks({ req, importId: id, parts: ['rows', 'items'] })
  const failed = blocks.flatMap(({ rows, items }) => failedRows({ rows, items, language: languageOf(req) }))
  const written = format as FileFormat
  const stem = filename.replace(/\.[^.]*$/, '')
  if ('separator' in written) {
    const bytes = csvOf({ columns: columns as string[], failed, format: written })
    return { bytes, filename: `${stem}_${errorTitle}.csv` }
  }
  const bytes = await writeRows({ sheets: sheetsOf({ failed, format: written }), is1904: written.is1904 })
  return { bytes, filename: `${stem}_${errorTitle}.xlsx` }
}

function failedRows({
  rows,
  items,
  language,
}: {
  rows: readonly SourceRow[]
  items: readonly PlanItem[]
  language: Language
}): FailedRow[] {
  return items.flatMap((item, index) => {
    const source = rows[index]
    const errors = item.problems.filter(({ level }) => level === 'error')
    if (item.action !== 'error' || !source || errors.some(({ code }) => code === 'erased')) return []
    return [{ source, message: errors.map((problem) => describeProblem({ problem, language })).join(' ') }]
  })
}

function csvOf({
  columns,
  failed,
  format,
}: {
  columns: readonly string[]
  failed: readonly FailedRow[]
  format: CsvFormat
}): Uint8Array {
  const { titles, place } = withErrorColumn(columns)
  const records = failed.map(({ source, message }) =>
    withMessage({ cells: source.cells, place, message }).map((cell) => String(cell ?? '')),
  )
  return writeCsv({ columns: titles, records, format })
}

function sheetsOf({ failed, format }: { failed: readonly FailedRow[]; format: WorkbookFormat }) {
  return format.sheets.map(({ name, header }) => {
    const { titles, place } = withErrorColumn(header.at(-1) ?? [])
    const rows = failed.flatMap(({ source, message }) =>
      cellsOn({ source, sheet: name }).map((cells) => withMessage({ cells, place, message })),
    )
    return { name, header: [...header.slice(0, -1), titles], rows }
  })
}

/** What a row has on a sheet: its own cells, or those of the same row elsewhere; nothing on the others. */
function cellsOn({ source, sheet }: { source: SourceRow; sheet: string }): (readonly WorkbookCell[])[] {
  if (source.sheet === undefined || source.sheet === sheet) return [source.cells]
  return (source.elsewhere ?? []).flatMap((place) => (place.sheet === sheet ? [place.cells] : []))
}

/** A file that had the column already, for it was one of these, has it still and not twice. */
function withErrorColumn(columns: readonly string[]): { titles: string[]; place: number } {
  const known = columns.indexOf(errorTitle)
  return known === -1
    ? { titles: [...columns, errorTitle], place: columns.length }
    : { titles: [...columns], place: known }
}

function withMessage({
  cells,
  place,
  message,
}: {
  cells: readonly WorkbookCell[]
  place: number
  message: string
}): WorkbookCell[] {
  const row = Array.from({ length: Math.max(cells.length, place + 1) }, (_, at) => cells[at] ?? null)
  row[place] = message
  return row
}
