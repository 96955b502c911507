import Papa from 'papaparse'
import { type FileFailure, fileFailure } from '../fileFailure'

/** How many rows a file may have (SPEC §4). */
const maxRows = 200_000
/** Fifty for each of so many rows, counting what separates or quotes them. */
const maxCells = 10_000_000

/** A table read from CSV: the column titles trimmed, and the records that are rows. */
export type CsvTable =
  | { ok: true; columns: string[]; records: string[][]; separator: string }
  | { ok: false; failure: FileFailure }

const separators = [',', ';', '\t'] as const

/**
 * Reads CSV with `,` `;` or tab, quoted cells and line breaks in them. Blank records and those of separators only
 * are no rows and are not counted. The first of `records` is row 2, the header being row 1.
 */
export function readCsv({ text, wanted }: { text: string; wanted: readonly string[] }): CsvTable {
  const body = withOneLineBreak(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  if (body.trim() === '') return { ok: false, failure: fileFailure('emptyFile') }
  const delimiter = separatorOf({ text: body, wanted })
  if (hasTooManyCells({ text: body, delimiter }))
    return { ok: false, failure: fileFailure('tooManyCells', { maxCells }) }
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: '\n' })
  const unclosed = errors.find((error) => isUnclosed({ error, data }))
  if (unclosed) {
    const line = lineOf({ text: body, index: unclosed.index ?? 0 })
    return { ok: false, failure: fileFailure('unclosedQuote', { line }) }
  }
  const filled = data.filter(hasContent)
  if (filled.length === 0) return { ok: false, failure: fileFailure('emptyFile') }
  if (filled.length - 1 > maxRows) return { ok: false, failure: fileFailure('tooManyRows', { maxRows }) }
  const header = filled[0] ?? []
  const records = filled.slice(1)
  const columns = header.map((title) => title.normalize('NFC').trim())
  return { ok: true, columns, records, separator: delimiter }
}

/** Told before the text is cut up, which takes many times its size. */
function hasTooManyCells({ text, delimiter }: { text: string; delimiter: string }): boolean {
  if (text.length <= maxCells) return false
  return occurrences(text, delimiter) > maxCells || occurrences(text, '"') > maxCells
}

function occurrences(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count += 1
  return count
}

/** Files put together from parts have more than one kind of line break, and none may swallow a row. */
function withOneLineBreak(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** A stray quotation mark is read as it stands; where its cell runs on over a line break, rows would be lost. */
function isUnclosed({ error, data }: { error: Papa.ParseError; data: string[][] }): boolean {
  if (error.type !== 'Quotes') return false
  if (error.code === 'MissingQuotes') return true
  return (data[error.row ?? 0] ?? []).some((cell) => cell.includes('"') && cell.includes('\n'))
}

/** The line of a place in the text, as an editor counts. */
function lineOf({ text, index }: { text: string; index: number }): number {
  return text.slice(0, index).split('\n').length
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
