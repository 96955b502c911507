import { berlinDay } from '../../domain/calendar/berlinDay'
import { fallIdPrefix } from '../../domain/cases/fallId'
import { type DraftRow, draftRows } from '../../domain/imports/draftRows'
import { planDrafts } from '../../domain/imports/planDrafts'
import { storeOf } from '../../store/storeOf'
import { findExistingCases } from './findExistingCases'
import type { ImportPlan, PlanInput } from './importPlan'
import { loadDuplicateLimits } from './loadDuplicateLimits'

/** Plans rows that may be new cases against the database as it is now; nothing is written. */
export async function planNewCases({
  req,
  rows,
  decisions = new Map(),
  corrections = new Map(),
}: PlanInput): Promise<ImportPlan> {
  const store = storeOf(req.payload)
  const instant = new Date()
  const now = instant.toISOString()
  const actor = req.user ? String(req.user.id) : null
  const drafts = draftRows({ rows, corrections, today: berlinDay(instant), now, actor })
  const limits = await loadDuplicateLimits(req)
  const existing = await findExistingCases({ payload: req.payload, drafts, limits })
  const takenFallIds = await store.fallIdsWithPrefixes(prefixesOf(drafts))
  const plan = planDrafts({ drafts, existing, takenFallIds, decisions, limits, now, actor })
  return { plan, existing: new Map(existing.map((found) => [found.id, found])) }
}

function prefixesOf(drafts: readonly DraftRow[]): string[] {
  const prefixes = new Set<string>()
  for (const { ruled } of drafts) if (ruled) prefixes.add(fallIdPrefix(ruled.values))
  return [...prefixes]
}
