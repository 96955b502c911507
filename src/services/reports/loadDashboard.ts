import type { PayloadRequest } from 'payload'
import { berlinDay } from '../../domain/calendar/berlinDay'
import { isoWeekOf } from '../../domain/calendar/isoWeek'
import { dashboardOf } from '../../domain/reports/dashboard'
import { storeOf } from '../../store/storeOf'
import { loadComparison, loadCube } from './loadReport'

/** The dashboard of a year (default: today's, in Europe/Berlin): weeks 1 to its last with a case. */
export async function loadDashboard({ req, jahr: wanted }: { req: PayloadRequest; jahr?: number }) {
  const store = storeOf(req.payload)
  const jahr = wanted ?? isoWeekOf(berlinDay(new Date())).jahr
  const years = await store.years()
  const bisKw = years.find((year) => year.jahr === jahr)?.lastKw ?? 0
  const cube = await loadCube({ req, jahr, bisKw })
  const comparison = await loadComparison({ req, jahr, bisKw, cube })
  const { pendingIcd, pendingCoding } = await store.pendingCounts()
  const { totalDocs: reportsGenerated } = await req.payload.count({
    collection: 'reports',
    where: { and: [{ jahr: { equals: jahr } }, { isCurrent: { equals: true } }] },
    req,
  })
  return {
    ...dashboardOf({ jahr, bisKw, cube, comparison, pendingIcd, pendingCoding, reportsGenerated }),
    jahre: years.map((year) => year.jahr),
  }
}
