import { planWeekRows } from '../../domain/imports/planWeekRows'
import { findWeeks } from './findWeeks'
import type { ImportPlan, PlanInput } from './importPlan'

/** Plans rows that are weeks of an earlier year against `yearly-summaries` as it is now; nothing is written. */
export async function planWeeks({
  req,
  rows,
  decisions = new Map(),
  corrections = new Map(),
}: PlanInput): Promise<ImportPlan> {
  const years = new Set(rows.flatMap(({ data: { jahr } }) => (typeof jahr === 'number' ? [jahr] : [])))
  const existing = await findWeeks({ req, years: [...years] })
  const plan = planWeekRows({ rows, decisions, corrections, existing })
  return { plan, existing: new Map() }
}
