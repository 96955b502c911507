import { applyCaseRules, type RuledCase } from '../cases/applyCaseRules'
import { createFallIdAllocator, fallIdKey } from '../cases/fallId'
import { createDuplicateFinder, type DuplicateMatch } from './certainDuplicates'
import type { DraftRow } from './draftRows'
import type { Decision, ExistingCase, PlanItem } from './planItem'
import { createPlannedUpdates, merged, type PlannedUpdate } from './plannedUpdates'
import { rowChanges, valuesOfChanges } from './rowChanges'
import { rowKey } from './rowKey'

/** A case to be created; `item` is its line in the plan. */
export type PlannedCreate = { item: PlanItem; ruled: RuledCase }

/** What will happen to each row, and what has to be written for it. */
export type Plan = {
  items: PlanItem[]
  creates: PlannedCreate[]
  updates: PlannedUpdate[]
  /** Decisions that the rows do not allow, by row key. */
  refused: { key: string; decision: Decision }[]
}

type Input = {
  drafts: readonly DraftRow[]
  existing: readonly ExistingCase[]
  takenFallIds: Iterable<string>
  decisions: ReadonlyMap<string, Decision>
  now: string
  actor: string | null
  /** What other rows of the file change already. */
  earlier?: readonly PlannedUpdate[]
}

/** Plans drafted rows against the cases that exist: create, update, skip or error (SPEC §4). Nothing is written. */
export function planDrafts(input: Input): Plan {
  const plan: Plan = { items: [], creates: [], updates: [...(input.earlier ?? [])], refused: [] }
  const state: State = {
    ...input,
    plan,
    finder: createDuplicateFinder(input.existing),
    allocate: createFallIdAllocator(input.takenFallIds),
    createdByRow: new Map(),
    updates: createPlannedUpdates(plan.updates),
  }
  for (const draft of input.drafts) plan.items.push(planDraft(state, draft))
  return plan
}

type State = Input & {
  plan: Plan
  finder: ReturnType<typeof createDuplicateFinder>
  allocate: (key: string) => string
  createdByRow: Map<string, PlannedCreate>
  updates: ReturnType<typeof createPlannedUpdates>
}

function planDraft(state: State, draft: DraftRow): PlanItem {
  const item = itemOf(draft)
  const decision = state.decisions.get(rowKey(draft.source))
  const match = state.finder.find(draft)
  if (!draft.ruled) {
    if (decision && decision !== 'skip') refuse(state, item, decision)
    return item
  }
  if (match) return planDuplicate({ state, draft, item, match, decision })
  if (decision === 'update') refuse(state, item, decision)
  return decision === 'skip' ? { ...item, action: 'skip' } : planCreate({ state, item, ruled: draft.ruled })
}

function itemOf({ source, data, problems }: DraftRow): PlanItem {
  const item: PlanItem = { row: source.row, action: 'error', data, changes: [], duplicateOf: null, problems }
  if (source.sheet !== undefined) item.sheet = source.sheet
  return item
}

function planCreate({ state, item, ruled }: { state: State; item: PlanItem; ruled: RuledCase }): PlanItem {
  const { values } = ruled
  const data = { ...values, fallId: state.allocate(fallIdKey(values)) }
  const planned: PlanItem = { ...item, action: 'create', data }
  const create = { item: planned, ruled: { ...ruled, values: data } }
  state.plan.creates.push(create)
  state.createdByRow.set(rowKey(item), create)
  return planned
}

type Duplicate = {
  state: State
  draft: DraftRow
  item: PlanItem
  match: DuplicateMatch
  decision: Decision | undefined
}

/** A certain duplicate is skipped unless the admin chooses update; what an update would change is always shown. */
function planDuplicate({ state, draft, item, match, decision }: Duplicate): PlanItem {
  const created = match.earlier ? state.createdByRow.get(rowKey(match.earlier)) : undefined
  const fallId = match.duplicateOf.fallId ?? (created?.ruled.values.fallId as string | undefined) ?? null
  const before = match.existing
    ? state.updates.currentValues(match.existing)
    : (created?.ruled.values ?? null)
  const changes = before ? rowChanges({ data: draft.data, before }) : []
  const skipped: PlanItem = {
    ...item,
    action: 'skip',
    changes,
    duplicateOf: { ...match.duplicateOf, fallId },
  }
  if (decision === 'create' || (decision === 'update' && !before)) refuse(state, item, decision)
  if (decision !== 'update' || !before || changes.length === 0) return skipped
  const ruled = applyCaseRules({
    before,
    changes: valuesOfChanges(changes),
    actor: state.actor,
    now: state.now,
  })
  if (!ruled.ok) return { ...skipped, action: 'error', problems: [...item.problems, ...ruled.problems] }
  const updated: PlanItem = { ...skipped, action: 'update' }
  if (match.existing) state.updates.note({ existing: match.existing, item: updated, ruled: ruled.value })
  else if (created) mergeInto({ created, ruled: ruled.value })
  return updated
}

/** An update onto an earlier row of the file becomes part of what that row creates; its Fall-ID stays. */
function mergeInto({ created, ruled }: { created: PlannedCreate; ruled: RuledCase }): void {
  created.ruled = merged(created.ruled, ruled)
  created.item.data = created.ruled.values
}

function refuse(state: State, item: PlanItem, decision: Decision): void {
  state.plan.refused.push({ key: rowKey(item), decision })
}
