import type { StoredAmendments } from '../imports/amendments'
import { rowKey } from '../imports/rowKey'
import type { Problem } from '../problem'
import { erasedProblem } from './eraseFromBlock'
import type { ErasureTarget } from './erasureTarget'
import { withoutMentions } from './mentions'

type RowProblem = Problem & { row: number; sheet?: string }

/** What an import says of single rows beside its plan. */
export type RowsOfImport = StoredAmendments & { problems: readonly RowProblem[]; failure: unknown }

/** The same without what was decided, corrected and found wrong of erased rows. */
export function eraseFromImport({
  told: { decisions, corrections, problems, failure },
  erased,
  target,
}: {
  told: RowsOfImport
  erased: ReadonlySet<string>
  target: ErasureTarget
}): RowsOfImport {
  return {
    decisions: decisions.filter(([key]) => !erased.has(key)),
    corrections: corrections.filter(([key]) => !erased.has(key)),
    problems: problems.map((problem) =>
      erased.has(rowKey(problem)) ? erasedIn(problem) : withoutMentions(problem, target.mentions),
    ),
    failure: withoutMentions(failure, target.mentions),
  }
}

/** Problems of rows, each without its value. */
export function erasedInPlaceOf(problems: unknown): RowProblem[] {
  return ((problems ?? []) as RowProblem[]).map(erasedIn)
}

function erasedIn({ row, sheet }: RowProblem): RowProblem {
  return { ...erasedProblem, row, ...(sheet === undefined ? {} : { sheet }) }
}
