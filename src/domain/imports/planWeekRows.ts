import type { Problem } from '../problem'
import { type SummaryColumn, summaryColumns } from '../reports/summaryColumns'
import { type SummaryWeek, summaryWeekOf } from '../reports/summaryWeek'
import { correctedWeek } from './berichtswesen/correctedWeek'
import { differentSums } from './berichtswesen/differentSums'
import type { Corrections } from './draftRows'
import type { Plan } from './planDrafts'
import type { Decision, FieldChange, PlanItem, RowValues, SourceRow } from './planItem'
import { rowKey } from './rowKey'

/** A week of `yearly-summaries` as it is stored, at its version; `generatedAt` is an ISO instant. */
export type ExistingWeek = {
  id: string
  updatedAt: string
  values: SummaryWeek & { source: string | null; generatedAt: string | null }
}

/** A week to be stored; `existing` is what it takes the place of. */
export type PlannedWeek = { item: PlanItem; week: SummaryWeek; existing: ExistingWeek | null }

type Input = {
  rows: readonly SourceRow[]
  corrections: Corrections
  decisions: ReadonlyMap<string, Decision>
  existing: readonly ExistingWeek[]
}

/** Plans rows that are weeks: one that is not stored is new, other numbers are an update, the same are skipped. */
export function planWeekRows({ rows, corrections, decisions, existing }: Input): Plan {
  const weeks: PlannedWeek[] = []
  const plan: Plan = { items: [], creates: [], updates: [], weeks, refused: [] }
  const stored = new Map(existing.map((found) => [weekKey(found.values), found]))
  for (const source of rows) {
    const key = rowKey(source)
    const decision = decisions.get(key)
    const { data, problems } = correctedWeek({ source, correction: corrections.get(key) ?? {} })
    const isInError = problems.some(({ level }) => level === 'error')
    const week = isInError ? null : summaryWeekOf(data)
    const found = stored.get(weekKey(data)) ?? null
    const changes = week && found ? changesOf({ week, before: found.values }) : []
    const wanted = wantedAction({ week, found, changes })
    const item = itemOf({
      source,
      data,
      changes,
      problems,
      action: decision === 'skip' && week ? 'skip' : wanted,
    })
    if (decision && !isPossible({ decision, wanted })) plan.refused.push({ key, decision })
    plan.items.push(item)
    if (week && (item.action === 'create' || item.action === 'update'))
      weeks.push({ item, week, existing: found })
  }
  return plan
}

function wantedAction({
  week,
  found,
  changes,
}: {
  week: SummaryWeek | null
  found: ExistingWeek | null
  changes: readonly FieldChange[]
}): PlanItem['action'] {
  if (!week) return 'error'
  if (!found) return 'create'
  return changes.length > 0 ? 'update' : 'skip'
}

/** A week can be left out, and stored in the way it is planned; there is never a second one. */
function isPossible({ decision, wanted }: { decision: Decision; wanted: PlanItem['action'] }): boolean {
  return decision === 'skip' || decision === wanted
}

function changesOf({ week, before }: { week: SummaryWeek; before: SummaryWeek }): FieldChange[] {
  return summaryColumns.flatMap((field: SummaryColumn) =>
    week[field] === before[field] ? [] : [{ field, old: before[field], new: week[field] }],
  )
}

function itemOf({
  source: { row, sheet },
  problems,
  ...planned
}: Pick<PlanItem, 'action' | 'data' | 'changes'> & {
  source: SourceRow
  problems: readonly Problem[]
}): PlanItem {
  const all = [...problems, ...differentSums(planned.data)]
  const item: PlanItem = { row, ...planned, duplicateOf: null, problems: all }
  return sheet === undefined ? item : { ...item, sheet }
}

function weekKey({ jahr, kw }: Pick<RowValues, 'jahr' | 'kw'>): string {
  return `${jahr}/${kw}`
}
