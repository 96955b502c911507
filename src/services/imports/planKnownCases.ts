import { berlinDay } from '../../domain/calendar/berlinDay'
import { createKnownRowsPlanner } from '../../domain/imports/planKnownRows'
import { warnOfIcdCodes } from '../../domain/imports/warnOfIcdCodes'
import { inSlices } from '../../lib/inSlices'
import { storeOf } from '../../store/storeOf'
import { loadIcdCatalogue } from '../icd/loadIcdCatalogue'
import type { ImportPlan, PlanInput } from './importPlan'

/** How many cases one question to the database is about. */
const casesPerQuestion = 500

/** Plans rows that name their cases by Fall-ID against the database as it is now; nothing is written. */
export async function planKnownCases({
  req,
  rows,
  decisions = new Map(),
  corrections = new Map(),
  tell = () => undefined,
}: PlanInput): Promise<ImportPlan> {
  const instant = new Date()
  const fallIds = new Set(rows.flatMap(({ fallId }) => (fallId ? [fallId] : [])))
  const existing = await inSlices({
    items: [...fallIds],
    size: casesPerQuestion,
    work: (slice) => storeOf(req.payload).findByFallIds([...slice]),
  })
  const planner = createKnownRowsPlanner({
    decisions,
    corrections,
    existing,
    today: berlinDay(instant),
    now: instant.toISOString(),
    actor: req.user ? String(req.user.id) : null,
  })
  await inSlices({ items: rows, work: (slice) => slice.map(planner.add), tell })
  warnOfIcdCodes({ items: planner.plan.items, catalogue: await loadIcdCatalogue(req.payload) })
  return { plan: planner.plan, existing: new Map(existing.map((found) => [found.id, found])) }
}
