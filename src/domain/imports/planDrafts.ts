import type { RuledCase } from '../cases/applyCaseRules'
import { createFallIdAllocator, type FallIdAllocator, fallIdKey } from '../cases/fallId'
import { createDuplicateFinder } from './certainDuplicates'
import type { DraftRow } from './draftRows'
import { comparedCase } from './duplicates/comparedCase'
import { decideDuplicate } from './duplicates/decideDuplicate'
import { type DuplicateMatch, duplicateMatch } from './duplicates/duplicateMatch'
import {
  createPossibleFinder,
  type DuplicateLimits,
  type PossibleMatch,
} from './duplicates/possibleDuplicates'
import type { Decision, ExistingCase, PlanItem } from './planItem'
import { createPlannedUpdates, merged, type PlannedUpdate } from './plannedUpdates'
import type { PlannedWeek } from './planWeekRows'
import { rowKey } from './rowKey'

/** A case to be created; `item` is its line in the plan. */
export type PlannedCreate = { item: PlanItem; ruled: RuledCase }

/** What will happen to each row, and what has to be written for it. */
export type Plan = {
  items: PlanItem[]
  creates: PlannedCreate[]
  updates: PlannedUpdate[]
  /** Weeks of an earlier year to be stored, of a source whose rows are weeks. */
  weeks?: PlannedWeek[]
  /** Decisions that the rows do not allow, by row key. */
  refused: { key: string; decision: Decision }[]
}

type Context = {
  existing: readonly ExistingCase[]
  takenFallIds: Iterable<string>
  decisions: ReadonlyMap<string, Decision>
  limits: DuplicateLimits
  now: string
  actor: string | null
  /** What other rows of the file change already. */
  earlier?: readonly PlannedUpdate[]
}

/** Plans drafted rows against the cases that exist: create, update, skip, decide or error (SPEC §4). Nothing is written. */
export function planDrafts({ drafts, ...context }: Context & { drafts: readonly DraftRow[] }): Plan {
  const { plan, add } = createPlanner(context)
  for (const draft of drafts) add(draft)
  return plan
}

/** The same row by row, in the order of the file, for whoever gives way in between: `plan` grows with each `add`. */
export function createPlanner(context: Context): { plan: Plan; add(draft: DraftRow): void } {
  const plan: Plan = { items: [], creates: [], updates: [...(context.earlier ?? [])], refused: [] }
  const state: State = {
    ...context,
    plan,
    certain: createDuplicateFinder(context.existing),
    possible: createPossibleFinder(context),
    allocate: createFallIdAllocator(context.takenFallIds),
    createdByRow: new Map(),
    updates: createPlannedUpdates(plan.updates),
  }
  return { plan, add: (draft) => void plan.items.push(planDraft(state, draft)) }
}

type State = Context & {
  plan: Plan
  certain: ReturnType<typeof createDuplicateFinder>
  possible: ReturnType<typeof createPossibleFinder<ExistingCase>>
  allocate: FallIdAllocator
  createdByRow: Map<string, PlannedCreate>
  updates: ReturnType<typeof createPlannedUpdates>
}

function planDraft(state: State, draft: DraftRow): PlanItem {
  const item = itemOf(draft)
  const decision = state.decisions.get(rowKey(draft.source))
  const match = findMatch(state, draft)
  if (!draft.ruled) {
    if (decision && decision !== 'skip') refuse(state, item, decision)
    return item
  }
  if (match) return planDuplicate({ state, draft, item, match, decision })
  if (decision === 'update') refuse(state, item, decision)
  return decision === 'skip' ? { ...item, action: 'skip' } : planCreate({ state, item, ruled: draft.ruled })
}

/** A certain match wins. Either way a row that is not in error is an earlier one for those after it. */
function findMatch({ certain, possible }: State, draft: DraftRow): DuplicateMatch | null {
  if (!draft.ruled) return null
  const compared = comparedCase(draft.ruled.values)
  const match = certain.find(draft) ?? possibleMatch(possible.find(compared))
  possible.note(draft.source, compared)
  return match
}

function possibleMatch(found: PossibleMatch<ExistingCase> | null): DuplicateMatch | null {
  return found && duplicateMatch({ ...found, certainty: 'possible' })
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

function planDuplicate({ state, draft, item, match, decision }: Duplicate): PlanItem {
  const { existing, earlier } = match
  const created = earlier ? state.createdByRow.get(rowKey(earlier)) : undefined
  const fallId = match.duplicateOf.fallId ?? (created?.ruled.values.fallId as string | undefined) ?? null
  const duplicateOf = { ...match.duplicateOf, fallId }
  const before = existing ? state.updates.currentValues(existing) : (created?.ruled.values ?? null)
  const outcome = decideDuplicate({ ...state, draft, item, duplicateOf, decision, before })
  if (outcome.kind === 'refused' && decision) refuse(state, item, decision)
  if (outcome.kind === 'create' && draft.ruled)
    return planCreate({ state, item: outcome.item, ruled: draft.ruled })
  if (outcome.kind === 'update') {
    if (existing) state.updates.note({ existing, item: outcome.item, ruled: outcome.ruled })
    else if (created) mergeInto({ created, ruled: outcome.ruled })
  }
  return outcome.item.action === 'decide' ? asItWouldBe({ state, draft, item: outcome.item }) : outcome.item
}

/** A row that waits for a decision shows the case that it would be. */
function asItWouldBe({ state, draft, item }: Pick<Duplicate, 'state' | 'draft' | 'item'>): PlanItem {
  const values = draft.ruled?.values ?? draft.data
  return { ...item, data: { ...values, fallId: state.allocate.next(fallIdKey(values)) } }
}

/** An update onto an earlier row of the file becomes part of what that row creates; its Fall-ID stays. */
function mergeInto({ created, ruled }: { created: PlannedCreate; ruled: RuledCase }): void {
  created.ruled = merged(created.ruled, ruled)
  created.item.data = created.ruled.values
}

function refuse(state: State, item: PlanItem, decision: Decision): void {
  state.plan.refused.push({ key: rowKey(item), decision })
}
