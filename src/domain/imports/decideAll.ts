import type { Decision, DuplicateReason, PlanItem } from './planItem'
import { rowKey } from './rowKey'

/** One decision for every duplicate of a kind; with a reason, for those that match for it. */
export type DecideAll = {
  certainty: 'certain' | 'possible'
  reason?: DuplicateReason
  decision: Decision
}

/** The decisions of single rows that a decision for all of them means; rows that do not allow it are left out. */
export function decisionsForAll({
  items,
  wanted: { certainty, reason, decision },
}: {
  items: readonly PlanItem[]
  wanted: DecideAll
}): [string, Decision][] {
  const isMeant = ({ duplicateOf, changes, action }: PlanItem) =>
    action !== 'error' &&
    duplicateOf?.certainty === certainty &&
    (reason === undefined || duplicateOf.reasons.includes(reason)) &&
    (decision !== 'update' || action === 'update' || changes.length > 0)
  return items.filter(isMeant).map((item) => [rowKey(item), decision])
}
