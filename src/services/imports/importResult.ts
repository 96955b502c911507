import type { Problem } from '../../domain/problem'
import type { Import } from '../../payload-types'

/** A problem of a row, with the row. */
export type RowProblem = Problem & { row: number; sheet?: string }

/**
 * What applying an import did; the same for its first answer and for every later question. `problems` are those of the rows
 * that failed, of very many the first.
 */
export type ImportResult = {
  importId: string
  status: 'applied'
  created: number
  updated: number
  skipped: number
  failed: number
  problems: RowProblem[]
}

/** The result an applied import was stored with. */
export function storedResult(entry: Import): ImportResult {
  return {
    importId: String(entry.id),
    status: 'applied',
    created: entry.created ?? 0,
    updated: entry.updated ?? 0,
    skipped: entry.skipped ?? 0,
    failed: entry.failed ?? 0,
    problems: (entry.problems ?? []) as RowProblem[],
  }
}
