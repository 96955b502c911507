import type { PayloadRequest } from 'payload'
import { berlinDay } from '../../domain/calendar/berlinDay'
import type { PlanItem, SourceRow } from '../../domain/imports/planItem'
import { rowKey } from '../../domain/imports/rowKey'
import { planSyncRows } from '../../domain/imports/sync/planSyncRows'
import { warnOfIcdCodes } from '../../domain/imports/warnOfIcdCodes'
import { storeOf } from '../../store/storeOf'
import { loadIcdCatalogue } from '../icd/loadIcdCatalogue'
import type { ImportPlan, PlanInput } from './importPlan'
import { loadCaseHistories } from './loadCaseHistories'
import { planNewCases } from './planNewCases'

/**
 * Plans the rows of the sync workbook against the database as it is now: those with a Fall-ID are compared with their
 * case, the others are new cases like those of every import. Nothing is written.
 */
export async function planSyncCases({
  req,
  rows,
  decisions = new Map(),
  corrections = new Map(),
}: PlanInput): Promise<ImportPlan> {
  const instant = new Date()
  const known = rows.filter(hasFallId)
  const existing = await existingOf({ req, rows: known })
  const compared = planSyncRows({
    rows: known,
    decisions,
    corrections,
    existing,
    histories: await loadCaseHistories({ req, cases: changedSince({ rows: known, existing }) }),
    today: berlinDay(instant),
    now: instant.toISOString(),
    actor: req.user ? String(req.user.id) : null,
  })
  warnOfIcdCodes({ items: compared.items, catalogue: await loadIcdCatalogue(req.payload) })
  const others = await planNewCases({
    req,
    rows: rows.filter((row) => !hasFallId(row)),
    decisions,
    corrections,
    earlier: compared.updates,
  })
  const { creates, updates } = others.plan
  const items = inFileOrder({ rows, items: [...compared.items, ...others.plan.items] })
  const refused = [...compared.refused, ...others.plan.refused]
  const all = [...existing.map((found) => [found.id, found] as const), ...others.existing]
  return { plan: { items, creates, updates, refused }, existing: new Map(all) }
}

function hasFallId({ fallId }: SourceRow): boolean {
  return Boolean(fallId)
}

type Rows = { req: PayloadRequest; rows: readonly SourceRow[] }

function existingOf({ req, rows }: Rows) {
  const fallIds = new Set(rows.map(({ fallId = '' }) => fallId))
  return storeOf(req.payload).findByFallIds([...fallIds])
}

/** The cases that are no longer at the version they were exported with, and the earliest one that is asked for. */
function changedSince({
  rows,
  existing,
}: {
  rows: readonly SourceRow[]
  existing: Awaited<ReturnType<typeof existingOf>>
}) {
  // Of rows with the same Fall-ID the first counts.
  const stands = new Map([...rows].reverse().map(({ fallId = '', sync }) => [fallId, sync?.stand ?? null]))
  return existing.flatMap(({ id, fallId, updatedAt }) => {
    const stand = stands.get(fallId) ?? null
    return stand !== null && stand !== updatedAt ? [{ id, since: stand }] : []
  })
}

function inFileOrder({
  rows,
  items,
}: {
  rows: readonly SourceRow[]
  items: readonly PlanItem[]
}): PlanItem[] {
  const byRow = new Map(items.map((item) => [rowKey(item), item]))
  return rows.flatMap((row) => byRow.get(rowKey(row)) ?? [])
}
