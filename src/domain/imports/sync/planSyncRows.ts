import type { CalendarDate } from '../../calendar/calendarDate'
import { applyCaseRules } from '../../cases/applyCaseRules'
import type { CaseValues } from '../../cases/caseValues'
import type { Problem } from '../../problem'
import { type Corrections, correctedRow, problemInWords } from '../draftRows'
import type { Plan } from '../planDrafts'
import type { Decision, PlanItem, SourceRow, StoredCase } from '../planItem'
import { createPlannedUpdates } from '../plannedUpdates'
import { valuesOfChanges } from '../rowChanges'
import { rowKey } from '../rowKey'
import { type CaseHistory, caseAtStand } from './caseAtStand'
import { compareRow } from './compareRow'
import { syncProblems } from './syncProblems'

type Input = {
  rows: readonly SourceRow[]
  corrections: Corrections
  decisions: ReadonlyMap<string, Decision>
  existing: readonly StoredCase[]
  /** What the audit log tells of cases that changed since they were exported, by id. */
  histories: ReadonlyMap<string, CaseHistory>
  today: CalendarDate
  now: string
  actor: string | null
}

type State = Input & {
  plan: Plan
  byFallId: ReadonlyMap<string, StoredCase>
  firstRows: Map<string, SourceRow>
  updates: ReturnType<typeof createPlannedUpdates>
}

/**
 * Plans the rows of the sync workbook that name their case by Fall-ID: update, skip, error, or `decide` where file and
 * database changed the same cell. `update` takes the file's cells, `skip` leaves the case as it is. Nothing is written.
 */
export function planSyncRows(input: Input): Plan {
  const plan: Plan = { items: [], creates: [], updates: [], refused: [] }
  const byFallId = new Map(input.existing.map((found) => [found.fallId, found]))
  const updates = createPlannedUpdates(plan.updates)
  const state: State = { ...input, plan, byFallId, firstRows: new Map(), updates }
  for (const source of input.rows) plan.items.push(planRow({ state, source }))
  return plan
}

function planRow({ state, source }: { state: State; source: SourceRow }): PlanItem {
  const { fallId = '' } = source
  const decision = state.decisions.get(rowKey(source))
  const first = state.firstRows.get(fallId)
  const existing = state.byFallId.get(fallId)
  if (!first) state.firstRows.set(fallId, source)
  const item =
    first || !existing
      ? planStranger({ source, first, existing })
      : planKnown({ state, source, existing, decision })
  const isUpdatable = existing !== undefined && first === undefined && item.action !== 'error'
  if (decision === 'create' || (decision === 'update' && !isUpdatable)) {
    state.plan.refused.push({ key: rowKey(source), decision })
  }
  return item
}

/** A row whose Fall-ID nobody has, or an earlier row has already: the same row again is harmless, another is not. */
function planStranger({
  source,
  first,
  existing,
}: {
  source: SourceRow
  first: SourceRow | undefined
  existing: StoredCase | undefined
}): PlanItem {
  const problem = first ? syncProblems.repeated({ source, first }) : syncProblems.unknownFallId(source)
  const action = problem.level === 'error' ? 'error' : 'skip'
  return itemOf({
    source,
    existing,
    action,
    data: action === 'error' ? source.data : {},
    problems: [problem],
  })
}

type Known = { state: State; source: SourceRow; existing: StoredCase; decision: Decision | undefined }

function planKnown({ state, source, existing, decision }: Known): PlanItem {
  const { data, texts, problems } = asCorrected({ state, source })
  const current = existing.values
  const base = caseAtStand({
    found: existing,
    stand: source.sync?.stand ?? null,
    history: state.histories.get(existing.id) ?? [],
  })
  const comparison = compareRow({ data, texts, problems, current, base })
  const { changes, conflicts } = comparison
  const all = [...comparison.problems, ...syncProblems.conflicts({ source, changes, conflicts, base })]
  const itemWith = (action: PlanItem['action'], more: readonly Problem[] = []) =>
    itemOf({ source, existing, action, data, changes, problems: [...all, ...more] })
  if (all.some(({ level }) => level === 'error')) return itemWith('error')
  if (changes.length === 0) return itemOf({ source, existing, action: 'skip', data: {}, problems: all })
  const { actor, now } = state
  const ruled = applyCaseRules({ before: current, changes: valuesOfChanges(changes), actor, now })
  if (!ruled.ok) return itemWith('error', ruled.problems.map(problemInWords))
  if (decision === 'skip') return itemWith('skip')
  if (conflicts.length > 0 && decision !== 'update') return itemWith('decide')
  const item = itemWith('update')
  state.updates.note({ existing, item, ruled: ruled.value })
  return item
}

/** What a person typed in place of a cell is all there is of it. */
function asCorrected({ state, source }: { state: State; source: SourceRow }) {
  const texts = source.sync?.texts ?? {}
  const correction = state.corrections.get(rowKey(source))
  if (!correction) return { data: source.data, texts, problems: source.problems }
  const left = Object.entries(texts).filter(([field]) => !Object.hasOwn(correction, field))
  return { ...correctedRow({ source, correction, today: state.today }), texts: Object.fromEntries(left) }
}

/** The row with what a person needs to recognise its case. */
function itemOf({
  source: { row, sheet, fallId },
  existing,
  action,
  data,
  changes = [],
  problems,
}: {
  source: SourceRow
  existing: StoredCase | undefined
  action: PlanItem['action']
  data: CaseValues
  changes?: PlanItem['changes']
  problems: readonly Problem[]
}): PlanItem {
  const { nachname, vorname, geburtsdatum, kvnr, fallgruppe, jahr, kw, datum } = existing?.values ?? {}
  const shown = { fallId, nachname, vorname, geburtsdatum, kvnr, fallgruppe, jahr, kw, datum, ...data }
  const item: PlanItem = { row, action, data: shown, changes, duplicateOf: null, problems }
  return sheet === undefined ? item : { ...item, sheet }
}
