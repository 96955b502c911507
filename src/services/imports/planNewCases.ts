import { berlinDay } from '../../domain/calendar/berlinDay'
import { fallIdPrefix } from '../../domain/cases/fallId'
import { type DraftRow, draftRows } from '../../domain/imports/draftRows'
import { createPlanner } from '../../domain/imports/planDrafts'
import type { PlannedUpdate } from '../../domain/imports/plannedUpdates'
import { warnOfIcdCodes } from '../../domain/imports/warnOfIcdCodes'
import { inSlices } from '../../lib/inSlices'
import { storeOf } from '../../store/storeOf'
import { loadIcdCatalogue } from '../icd/loadIcdCatalogue'
import { findExistingCases } from './findExistingCases'
import type { ImportPlan, PlanInput } from './importPlan'
import { loadDuplicateLimits } from './loadDuplicateLimits'

/** How many weeks of a group one question to the database is about. */
const prefixesPerQuestion = 50

/** Plans rows that may be new cases against the database as it is now; nothing is written. */
export async function planNewCases({
  req,
  rows,
  decisions = new Map(),
  corrections = new Map(),
  earlier = [],
  tell = () => undefined,
}: PlanInput & { earlier?: readonly PlannedUpdate[] }): Promise<ImportPlan> {
  const store = storeOf(req.payload)
  const instant = new Date()
  const now = instant.toISOString()
  const actor = req.user ? String(req.user.id) : null
  const drafts = await inSlices({
    items: rows,
    work: (slice) => draftRows({ rows: slice, corrections, today: berlinDay(instant), now, actor }),
    tell: (share) => tell(share / 2),
  })
  const limits = await loadDuplicateLimits(req)
  const existing = await findExistingCases({ payload: req.payload, drafts, limits })
  const takenFallIds = await inSlices({
    items: prefixesOf(drafts),
    size: prefixesPerQuestion,
    work: (slice) => store.fallIdsWithPrefixes([...slice]),
  })
  const planner = createPlanner({
    existing,
    takenFallIds,
    decisions,
    limits,
    earlier,
    now,
    actor,
  })
  await inSlices({
    items: drafts,
    work: (slice) => slice.map(planner.add),
    tell: (share) => tell((1 + share) / 2),
  })
  warnOfIcdCodes({ items: planner.plan.items, catalogue: await loadIcdCatalogue(req.payload) })
  return { plan: planner.plan, existing: new Map(existing.map((one) => [one.id, one])) }
}

function prefixesOf(drafts: readonly DraftRow[]): string[] {
  const prefixes = new Set<string>()
  for (const { ruled } of drafts) if (ruled) prefixes.add(fallIdPrefix(ruled.values))
  return [...prefixes]
}
