import type { PayloadRequest, Where } from 'payload'
import type { ExistingWeek } from '../../domain/imports/planWeekRows'
import { summaryWeekOf } from '../../domain/reports/summaryWeek'
import type { YearlySummary } from '../../payload-types'

/** The stored weeks of `yearly-summaries` of some years, or of some ids. */
export async function findWeeks({
  req,
  ...wanted
}: { req: PayloadRequest } & ({ years: readonly number[] } | { ids: readonly string[] })): Promise<
  ExistingWeek[]
> {
  const where: Where = 'ids' in wanted ? { id: { in: [...wanted.ids] } } : { jahr: { in: [...wanted.years] } }
  const { docs } = await req.payload.find({
    collection: 'yearly-summaries',
    where,
    pagination: false,
    depth: 0,
    req,
  })
  return docs.flatMap(existingWeek)
}

function existingWeek(document: YearlySummary): ExistingWeek[] {
  const week = summaryWeekOf({ ...document })
  if (!week) return []
  const { id, updatedAt, source, generatedAt } = document
  return [{ id, updatedAt, values: { ...week, source: source ?? null, generatedAt: generatedAt ?? null } }]
}
