import Papa from 'papaparse'
import { type FileFailure, fileFailure } from '../fileFailure'

/** How many rows a file may have (SPEC §4). */
const maxRows = 200_000

export type CsvRecord = { row: number; cells: string[] }

/** A table read from CSV: the column titles trimmed, and the records that are rows. */
export type CsvTable =
  | { ok: true; columns: string[]; records: CsvRecord[] }
  | { ok: false; failure: FileFailure }

const separators = [',', ';', '\t'] as const

/**
 * Reads CSV with `,` `;` or tab, quoted cells and line breaks in them. Blank records and those of separators only
 * are no rows and are not counted. `row` is the record's number, the header being row 1.
 */
export function readCsv({ text, wanted }: { text: string; wanted: readonly string[] }): CsvTable {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (body.trim() === '') return { ok: false, failure: fileFailure('emptyFile') }
  const delimiter = separatorOf({ text: body, wanted })
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: undefined })
  const unclosed = errors.find((error) => error.code === 'MissingQuotes')
  if (unclosed) return { ok: false, failure: fileFailure('unclosedQuote', { row: (unclosed.row ?? 0) + 1 }) }
  const filled = data.filter(hasContent)
  if (filled.length - 1 > maxRows) return { ok: false, failure: fileFailure('tooManyRows', { maxRows }) }
  const [header = [], ...rest] = filled
  const records = rest.map((cells, index) => ({ row: index + 2, cells }))
  return { ok: true, columns: header.map((title) => title.normalize('NFC').trim()), records }
}

/** The separator under which the header has the most of the wanted columns; of equals, the most columns. */
function separatorOf({ text, wanted }: { text: string; wanted: readonly string[] }): string {
  const start = text.slice(0, 64_000).trimStart()
  const rated = separators.map((separator) => {
    const titles = (Papa.parse<string[]>(start, { delimiter: separator, preview: 1 }).data[0] ?? []).map(
      titleKey,
    )
    const known = wanted.filter((title) => titles.includes(titleKey(title))).length
    return { separator, score: known * 10_000 + titles.length }
  })
  return rated.reduce((best, next) => (next.score > best.score ? next : best)).separator
}

/** A column title as it is compared. */
export function titleKey(title: string): string {
  return title.normalize('NFC').trim().toLowerCase()
}

function hasContent(cells: string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return true
  return false
}
