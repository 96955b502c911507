import type { PayloadRequest } from 'payload'
import { weeksInYear } from '../../domain/calendar/isoWeek'
import { buildCube } from '../../domain/reports/buildCube'
import { compareYears } from '../../domain/reports/comparison'
import { berichtswesenSheets } from '../../domain/reports/sheets/berichtswesenSheets'
import { totalCounts } from '../../domain/reports/totalCounts'
import { refusal } from '../../lib/refuse'
import { storeOf } from '../../store/storeOf'
import { importedCounts } from './importedCounts'

/** The Berichtswesen of the weeks 1…kw of a year: its cube, the comparison and the five sheets. */
export async function loadReport({ req, jahr, kw }: { req: PayloadRequest; jahr: number; kw: number }) {
  ensureRealWeek({ req, jahr, kw })
  const store = storeOf(req.payload)
  const cube = await loadCube({ req, jahr, bisKw: kw })
  const icdCounts = await store.icdCounts({ jahr, bisKw: kw, fallgruppe: 'onko' })
  const comparison = await loadComparison({ req, jahr, bisKw: kw, cube })
  return {
    jahr,
    kw,
    cube,
    comparison,
    sheets: berichtswesenSheets({ jahr, kw, cube, comparison, icdCounts }),
  }
}

/** The cube of the weeks 1…bisKw of a year from the live cases. */
export async function loadCube({ req, jahr, bisKw }: { req: PayloadRequest; jahr: number; bisKw: number }) {
  return buildCube(await storeOf(req.payload).flagGroups({ jahr, bisKw }))
}

/** Year against year over the same weeks, from the live cases of the year before or its imported summaries. */
export async function loadComparison({
  req,
  jahr,
  bisKw,
  cube,
}: {
  req: PayloadRequest
  jahr: number
  bisKw: number
  cube: Awaited<ReturnType<typeof loadCube>>
}) {
  const before = { req, jahr: jahr - 1, bisKw: Math.min(bisKw, weeksInYear(jahr - 1)) }
  return compareYears({
    jahr,
    bisKw,
    current: totalCounts({ cube, bisKw }),
    live: totalCounts({ cube: await loadCube(before), bisKw: before.bisKw }),
    imported: await importedCounts(before),
  })
}

function ensureRealWeek({ req, jahr, kw }: { req: PayloadRequest; jahr: number; kw: number }): void {
  const lastKw = weeksInYear(jahr)
  if (kw > lastKw)
    throw refusal(req, 422, 'noSuchWeek', { params: { jahr, kw, lastKw }, extra: { field: 'kw', value: kw } })
}
