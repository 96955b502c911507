import { applyCaseRules, type RuledCase } from '../../cases/applyCaseRules'
import type { CaseValues } from '../../cases/caseValues'
import type { DraftRow } from '../draftRows'
import type { Decision, DuplicateOf, PlanItem } from '../planItem'
import { rowChanges, valuesOfChanges } from '../rowChanges'

/** What becomes of a row that is, or may be, the same as a case: it stays as it is, or is written as `kind` says. */
export type DuplicateOutcome =
  | { kind: 'left' | 'refused' | 'create'; item: PlanItem }
  | { kind: 'update'; item: PlanItem; ruled: RuledCase }

type Input = {
  draft: DraftRow
  item: PlanItem
  duplicateOf: DuplicateOf
  decision: Decision | undefined
  /** What the case holds by now; `null` when the earlier row that it would be is not created. */
  before: CaseValues | null
  now: string
  actor: string | null
}

/**
 * A certain duplicate is skipped unless the admin chooses update; a possible one waits for the admin's decision (SPEC
 * §4). What an update would change is always shown.
 */
export function decideDuplicate(input: Input): DuplicateOutcome {
  const { draft, item, duplicateOf, decision, before } = input
  const isPossible = duplicateOf.certainty === 'possible'
  if (decision === 'create' && isPossible) return { kind: 'create', item: { ...item, duplicateOf } }
  const changes = before ? rowChanges({ data: draft.data, before }) : []
  const isOpen = isPossible && decision === undefined
  const left: PlanItem = { ...item, action: isOpen ? 'decide' : 'skip', changes, duplicateOf }
  if (decision === 'create' || (decision === 'update' && !before)) return { kind: 'refused', item: left }
  if (decision !== 'update' || !before || changes.length === 0) return { kind: 'left', item: left }
  return update({ ...input, before, left })
}

function update({
  item,
  before,
  left,
  now,
  actor,
}: Input & { before: CaseValues; left: PlanItem }): DuplicateOutcome {
  const ruled = applyCaseRules({ before, changes: valuesOfChanges(left.changes), actor, now })
  if (ruled.ok) return { kind: 'update', item: { ...left, action: 'update' }, ruled: ruled.value }
  const problems = [...item.problems, ...ruled.problems]
  return { kind: 'left', item: { ...left, action: 'error', problems } }
}
