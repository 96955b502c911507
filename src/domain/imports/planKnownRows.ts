import type { CalendarDate } from '../calendar/calendarDate'
import { applyCaseRules } from '../cases/applyCaseRules'
import type { CaseValues } from '../cases/caseValues'
import type { Problem } from '../problem'
import { type Corrections, correctedRow } from './draftRows'
import type { Plan } from './planDrafts'
import type { Decision, ExistingCase, PlanItem, SourceRow } from './planItem'
import { createPlannedUpdates } from './plannedUpdates'
import { rowChanges, valuesOfChanges } from './rowChanges'
import { rowKey } from './rowKey'

type Context = {
  corrections: Corrections
  decisions: ReadonlyMap<string, Decision>
  existing: readonly ExistingCase[]
  today: CalendarDate
  now: string
  actor: string | null
}

type State = Context & {
  plan: Plan
  byFallId: Map<string, ExistingCase>
  updates: ReturnType<typeof createPlannedUpdates>
}

/**
 * Plans rows that name their case by Fall-ID: what is filled and differs is an update, nothing to change is skipped,
 * an unknown Fall-ID is an error. No row creates a case. Nothing is written. Rows are added in the order of the file.
 */
export function createKnownRowsPlanner(context: Context): { plan: Plan; add(row: SourceRow): void } {
  const plan: Plan = { items: [], creates: [], updates: [], refused: [] }
  const byFallId = new Map(context.existing.map((found) => [found.fallId, found]))
  const state: State = { ...context, plan, byFallId, updates: createPlannedUpdates(plan.updates) }
  return { plan, add: (source) => void plan.items.push(planRow({ state, source })) }
}

function planRow({ state, source }: { state: State; source: SourceRow }): PlanItem {
  const { corrections, today } = state
  const key = rowKey(source)
  const correction = corrections.get(key)
  const { data, problems } = correction ? correctedRow({ source, correction, today }) : source
  const existing = state.byFallId.get(source.fallId ?? '') ?? null
  const all = existing ? problems : [...problems, ...unknownCase({ source, data })]
  const decision = state.decisions.get(key)
  const base = itemOf({ source, data, existing, problems: all })
  const isInError = all.some(({ level }) => level === 'error')
  if (decision === 'create' || (decision === 'update' && (isInError || !existing))) {
    state.plan.refused.push({ key, decision })
  }
  if (isInError || !existing) return { ...base, action: isInError ? 'error' : 'skip' }
  return planUpdate({ state, base, existing, data, isWanted: decision !== 'skip' })
}

function planUpdate({
  state,
  base,
  existing,
  data,
  isWanted,
}: {
  state: State
  base: PlanItem
  existing: ExistingCase
  data: CaseValues
  isWanted: boolean
}): PlanItem {
  const before = state.updates.currentValues(existing)
  const changes = rowChanges({ data, before })
  const item: PlanItem = { ...base, changes }
  if (changes.length === 0 || !isWanted) return item
  const { actor, now } = state
  const ruled = applyCaseRules({ before, changes: valuesOfChanges(changes), actor, now })
  if (!ruled.ok) return { ...item, action: 'error', problems: [...base.problems, ...ruled.problems] }
  const updated: PlanItem = { ...item, action: 'update' }
  state.updates.note({ existing, item: updated, ruled: ruled.value })
  return updated
}

/** The row with what a person needs to recognise its case. */
function itemOf({
  source,
  data,
  existing,
  problems,
}: {
  source: SourceRow
  data: CaseValues
  existing: ExistingCase | null
  problems: readonly Problem[]
}): PlanItem {
  const { fallId, nachname, vorname, fallgruppe, jahr, kw } = existing?.values ?? {
    fallId: source.fallId ?? null,
  }
  const shown = { fallId, nachname, vorname, fallgruppe, jahr, kw, ...data }
  const item: PlanItem = {
    row: source.row,
    action: 'skip',
    data: shown,
    changes: [],
    duplicateOf: null,
    problems,
  }
  return source.sheet === undefined ? item : { ...item, sheet: source.sheet }
}

/** A row without a Fall-ID and without anything to enter is for people only. */
function unknownCase({ source, data }: { source: SourceRow; data: CaseValues }): Problem[] {
  const fallId = source.fallId ?? ''
  const isForPeople = fallId === '' && Object.keys(data).length === 0 && source.problems.length === 0
  if (isForPeople) return []
  const code = fallId === '' ? 'required' : 'unknownFallId'
  return [{ level: 'error', code, field: 'fallId', value: fallId === '' ? null : fallId.slice(0, 200) }]
}
