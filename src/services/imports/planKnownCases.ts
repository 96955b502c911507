import { berlinDay } from '../../domain/calendar/berlinDay'
import { planKnownRows } from '../../domain/imports/planKnownRows'
import { warnOfIcdCodes } from '../../domain/imports/warnOfIcdCodes'
import { storeOf } from '../../store/storeOf'
import { loadIcdCatalogue } from '../icd/loadIcdCatalogue'
import type { ImportPlan, PlanInput } from './importPlan'

/** Plans rows that name their cases by Fall-ID against the database as it is now; nothing is written. */
export async function planKnownCases({
  req,
  rows,
  decisions = new Map(),
  corrections = new Map(),
}: PlanInput): Promise<ImportPlan> {
  const instant = new Date()
  const fallIds = new Set(rows.flatMap(({ fallId }) => (fallId ? [fallId] : [])))
  const existing = await storeOf(req.payload).findByFallIds([...fallIds])
  const plan = planKnownRows({
    rows,
    decisions,
    corrections,
    existing,
    today: berlinDay(instant),
    now: instant.toISOString(),
    actor: req.user ? String(req.user.id) : null,
  })
  warnOfIcdCodes({ plan, catalogue: await loadIcdCatalogue(req.payload) })
  return { plan, existing: new Map(existing.map((found) => [found.id, found])) }
}
