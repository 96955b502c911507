import Papa from 'papaparse'
import { type FileFailure, fileFailure } from '../fileFailure'
import { cutRecords } from './cutRecords'

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
 * Reads CSV with `,` `;` or tab, quoted cells and line breaks in them, pausing between parts of it. Blank records and
 * those of separators only are no rows and are not counted. The first of `records` is row 2, the header being row 1.
 */
export function* readCsv({
  text,
  wanted,
}: {
  text: string
  wanted: readonly string[]
}): Generator<undefined, CsvTable> {
  const body = withOneLineBreak(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  if (body.trim() === '') return { ok: false, failure: fileFailure('emptyFile') }
  const delimiter = separatorOf({ text: body, wanted })
  if (hasTooManyCells({ text: body, delimiter }))
    return { ok: false, failure: fileFailure('tooManyCells', { maxCells }) }
  let header: string[] | null = null
  const records: string[][] = []
  for (const part of cutRecords({ text: body, separator: delimiter })) {
    if (part.unclosedAt !== null) {
      const line = lineOf({ text: body, index: part.unclosedAt })
      return { ok: false, failure: fileFailure('unclosedQuote', { line }) }
    }
    for (const cells of part.records) {
      if (!hasContent(cells)) continue
      if (header) records.push(cells)
      else header = cells
    }
    yield
  }
  if (!header) return { ok: false, failure: fileFailure('emptyFile') }
  if (records.length > maxRows) return { ok: false, failure: fileFailure('tooManyRows', { maxRows }) }
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
