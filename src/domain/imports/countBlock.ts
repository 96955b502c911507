import { countItems } from './countItems'
import type { DuplicateOf, PlanCounts, PlanItem } from './planItem'
import type { UndoOutcome } from './planUndo'

/** What a stretch of a plan holds, when it was undone also what became of its rows, so that a page, a filter or a row is found without reading it. */
export type BlockCounts = PlanCounts & {
  /** Rows with a warning that are not in error; `warnings` counts the warnings. */
  warned: number
  /** Rows that are, or may be, what there is already; not those in error. */
  certain: number
  possible: number
  firstRow: number
  lastRow: number
} & Partial<Record<UndoOutcome, number>>

/** Counts a stretch of a plan. */
export function countBlock(items: readonly PlanItem[]): BlockCounts {
  return {
    ...countItems(items),
    warned: items.filter(isWarned).length,
    certain: items.filter((item) => isDuplicate(item, 'certain')).length,
    possible: items.filter((item) => isDuplicate(item, 'possible')).length,
    firstRow: items[0]?.row ?? 0,
    lastRow: items.at(-1)?.row ?? 0,
  }
}

/** Whether a row that is not in error has a warning. */
export function isWarned({ action, problems }: PlanItem): boolean {
  return action !== 'error' && problems.some(({ level }) => level === 'warning')
}

function isDuplicate({ action, duplicateOf }: PlanItem, certainty: DuplicateOf['certainty']): boolean {
  return action !== 'error' && duplicateOf?.certainty === certainty
}
