import type { PayloadRequest } from 'payload'
import { type AuditEntry, auditEntryOf } from '../../src/domain/audit/auditEntry'
import { addDays, type CalendarDate, dayNumber } from '../../src/domain/calendar/calendarDate'
import { applyCaseRules } from '../../src/domain/cases/applyCaseRules'
import { createFallIdAllocator, fallIdKey } from '../../src/domain/cases/fallId'
import { auditOfCase } from '../../src/services/imports/auditOfCase'
import { auditOrigin } from '../../src/services/recordAudit'
import type { NewCase } from '../../src/store/importStore'
import { newId } from '../../src/store/newId'
import { storeOf } from '../../src/store/storeOf'
import { createCase } from '../../tests/factories/createCase'
import { createRandom, type Random } from '../../tests/factories/random'

const days = 2 * 365
const seed = 20_260_101

/** Stores two years of synthetic cases up to yesterday, the same ones for the same day; answers how many. */
export async function seedCases({
  req,
  today,
}: {
  req: PayloadRequest
  today: CalendarDate
}): Promise<number> {
  const now = new Date().toISOString()
  const actor = req.user ? String(req.user.id) : null
  const allocate = createFallIdAllocator([])
  const random = createRandom(seed)
  const creates: NewCase[] = []
  for (const datum of workdaysBefore({ today, random })) {
    const changes = createCase({ random, datum, ageInDays: dayNumber(today) - dayNumber(datum) })
    const decided = applyCaseRules({ before: null, changes, actor, now })
    if (!decided.ok)
      throw new Error(`The factory made a case that breaks the rules: ${JSON.stringify(decided.problems)}`)
    const { values, search } = decided.value
    creates.push({ search, id: newId(), values: { ...values, fallId: allocate(fallIdKey(values)) } })
  }
  await storeAsImport({ req, creates, now })
  return creates.length
}

/** The demo's cases come by the door every file comes by, so the import log tells where they are from. */
async function storeAsImport({
  req,
  creates,
  now,
}: {
  req: PayloadRequest
  creates: NewCase[]
  now: string
}) {
  const counts = {
    total: creates.length,
    create: creates.length,
    update: 0,
    skip: 0,
    decide: 0,
    error: 0,
    warnings: 0,
  }
  const { id } = await req.payload.db.create({
    collection: 'imports',
    data: {
      filename: 'demo',
      kind: 'crm-csv',
      status: 'applying',
      total: creates.length,
      counts,
      by: req.user?.id,
    },
    req,
  })
  const store = storeOf(req.payload)
  const outcome = await store.applyImport({
    importId: String(id),
    revision: await store.revisionOf('imports'),
    at: now,
    creates,
    updates: [],
    audit: auditOf({ req, creates, importId: String(id), now }),
    blocks: [],
    result: { created: creates.length, updated: 0, skipped: 0, failed: 0, counts, problems: [] },
  })
  if (outcome !== 'applied') throw new Error(`The demo's cases were not stored: ${outcome}.`)
}

function auditOf({
  req,
  creates,
  importId,
  now,
}: {
  req: PayloadRequest
  creates: readonly NewCase[]
  importId: string
  now: string
}): AuditEntry[] {
  const origin = { ...auditOrigin(req), at: now }
  const details = { created: creates.length, updated: 0, skipped: 0, failed: 0 }
  const event = { action: 'import', entityType: 'imports', entityId: importId, details } as const
  return [
    ...creates.map(({ id, values }) =>
      auditOfCase({ origin, action: 'create', id, before: {}, after: values }),
    ),
    auditEntryOf({ event, origin }),
  ]
}

/** Each workday of the two years before, as often as it has cases; a slight growth from year to year. */
function workdaysBefore({ today, random }: { today: CalendarDate; random: Random }): CalendarDate[] {
  const found: CalendarDate[] = []
  for (let back = days; back >= 1; back -= 1) {
    const datum = addDays(today, -back)
    const isWeekend = [5, 6].includes((dayNumber(datum) + 3) % 7)
    const casesThatDay = isWeekend ? 0 : random.between(0, back > 365 ? 3 : 4)
    for (let index = 0; index < casesThatDay; index += 1) found.push(datum)
  }
  return found
}
