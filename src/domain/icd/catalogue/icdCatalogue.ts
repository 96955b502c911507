import { type CatalogueEntry, isEnterable } from './catalogueEntry'
import { foldTitle, searchableTitle } from './foldTitle'

/** The catalogue of a year in memory: finds a code, and suggests codes for what somebody types. */
export type IcdCatalogue = {
  year: number
  entries: readonly CatalogueEntry[]
  find(code: string): CatalogueEntry | undefined
  /** The best lines for a beginning of a code or words of the title, best first; none for an empty text. */
  search(query: { text: string; limit: number }): CatalogueEntry[]
}

type Line = { entry: CatalogueEntry; digits: string; title: string }

/** Makes the catalogue of a year from its lines, in the order of their codes whatever order they come in. */
export function createIcdCatalogue({
  year,
  entries,
}: {
  year: number
  entries: readonly CatalogueEntry[]
}): IcdCatalogue {
  const sorted = [...entries].sort((left, right) => (left.code < right.code ? -1 : 1))
  const byCode = new Map<string, CatalogueEntry>(sorted.map((entry) => [entry.code, entry]))
  const lines = sorted.map((entry) => ({
    entry,
    digits: digitsOf(entry.code),
    title: searchableTitle(entry.title),
  }))
  return {
    year,
    entries: sorted,
    find: (code) => byCode.get(code),
    search: (query) => search({ lines, ...query }),
  }
}

/** The ranks in their order; within a rank lines stand as in the catalogue. */
const rankCount = 5

function search({ lines, text, limit }: { lines: readonly Line[]; text: string; limit: number }) {
  const digits = digitsOf(text)
  const words = wordsOf(text)
  if (words.length === 0) return []
  const ranks: CatalogueEntry[][] = Array.from({ length: rankCount }, () => [])
  for (const line of lines) {
    const rank = rankOf({ line, digits, words })
    if (rank !== null) ranks[rank]?.push(line.entry)
  }
  return ranks.flat().slice(0, limit)
}

/** 0 the code itself, 1 and 2 codes that begin so, 3 and 4 every word found; those without a warning come first. */
function rankOf({
  line: { entry, digits, title },
  digits: wanted,
  words,
}: {
  line: Line
  digits: string
  words: readonly string[]
}): number | null {
  if (digits === wanted) return 0
  const rank = isEnterable(entry) ? 0 : 1
  if (digits.startsWith(wanted)) return 1 + rank
  const isFound = words.every((word) => title.includes(word) || digits.startsWith(word.toUpperCase()))
  return isFound ? 3 + rank : null
}

/** `c50.1`, `C501` and `C50.1+` are the same beginning of a code. */
function digitsOf(text: string): string {
  return text.toUpperCase().replace(/[\s.+†*!-]/g, '')
}

function wordsOf(text: string): string[] {
  return foldTitle(text)
    .split(/[^\p{L}\p{N}.]+/u)
    .flatMap((word) => (/^[a-z]\d/.test(word) ? word.replaceAll('.', '') : word.split('.')))
    .filter(Boolean)
}
