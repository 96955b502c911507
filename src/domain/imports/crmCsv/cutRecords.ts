import Papa from 'papaparse'

/** How many characters are cut up at a time. */
const charactersPerPart = 250_000

/** The records of some stretch of a text; `unclosedAt` is where a quotation mark is opened and not properly closed. */
export type RecordsPart = { records: string[][]; unclosedAt: number | null }

/** Cuts a text into records, a part of it at a time, so that whoever asks can give way in between. Lines end in `\n`. */
export function* cutRecords({
  text,
  separator,
  partSize = charactersPerPart,
}: {
  text: string
  separator: string
  partSize?: number
}): Generator<RecordsPart> {
  let start = 0
  let size = partSize
  while (start < text.length) {
    const end = Math.min(text.length, start + size)
    const isLast = end === text.length
    const parser = new Papa.Parser({ delimiter: separator, newline: '\n' })
    const { data, errors, meta } = parser.parse(text.slice(start, end), 0, !isLast) as Papa.ParseResult<
      string[]
    >
    const unclosed = errors.find((error) => isUnclosed({ error, data }))
    yield { records: data, unclosedAt: unclosed ? start + (unclosed.index ?? 0) : null }
    if (isLast) return
    // A record that is longer than the part: more of it at once, or it would be looked through again and again.
    size = meta.cursor === 0 ? size * 2 : partSize
    start += meta.cursor
  }
}

/** A stray quotation mark is read as it stands; where its cell runs on over a line break, rows would be lost. */
function isUnclosed({ error, data }: { error: Papa.ParseError; data: string[][] }): boolean {
  if (error.type !== 'Quotes') return false
  if (error.code === 'MissingQuotes') return true
  return (data[error.row ?? 0] ?? []).some((cell) => cell.includes('"') && cell.includes('\n'))
}
