import { berlinDay } from '../../domain/calendar/berlinDay'
import { fallIdPrefix } from '../../domain/cases/fallId'
import { type DraftRow, draftRows } from '../../domain/imports/draftRows'
import { duplicateKeysOf } from '../../domain/imports/duplicateKeys'
import { planDrafts } from '../../domain/imports/planDrafts'
import type { PlannedUpdate } from '../../domain/imports/plannedUpdates'
import { storeOf } from '../../store/storeOf'
import type { ImportPlan, PlanInput } from './importPlan'

/** Plans rows that may be new cases against the database as it is now; nothing is written. */
export async function planNewCases({
  req,
  rows,
  decisions = new Map(),
  corrections = new Map(),
  earlier = [],
}: PlanInput & { earlier?: readonly PlannedUpdate[] }): Promise<ImportPlan> {
  const store = storeOf(req.payload)
  const instant = new Date()
  const now = instant.toISOString()
  const actor = req.user ? String(req.user.id) : null
  const drafts = draftRows({ rows, corrections, today: berlinDay(instant), now, actor })
  const existing = await store.findDuplicateCandidates(duplicateKeysOf(drafts))
  const takenFallIds = await store.fallIdsWithPrefixes(prefixesOf(drafts))
  const plan = planDrafts({ drafts, existing, takenFallIds, decisions, now, actor, earlier })
  return { plan, existing: new Map(existing.map((found) => [found.id, found])) }
}

function prefixesOf(drafts: readonly DraftRow[]): string[] {
  const prefixes = new Set<string>()
  for (const { ruled } of drafts) if (ruled) prefixes.add(fallIdPrefix(ruled.values))
  return [...prefixes]
}
