import { createLocalReq, type PayloadRequest } from 'payload'
import { openPortal } from '../scripts/openPortal'
import { auditOfCase } from '../src/services/imports/auditOfCase'
import { confirmImport } from '../src/services/imports/confirmImport'
import { previewImport } from '../src/services/imports/previewImport'
import { auditOrigin } from '../src/services/recordAudit'
import type { ImportWrites } from '../src/store/importStore'
import { storeOf } from '../src/store/storeOf'
import { createFiller } from './createFiller'
import { crmExport } from './crmExport'
import type { Measurement } from './measure'

const rows = 5_000
const rounds = 7

/** What audit entries cost an import of 5,000 rows into 100,000 cases. */
export async function benchAudit(): Promise<Measurement[]> {
  const { payload } = await openPortal()
  const user = await payload.create({
    collection: 'users',
    data: {
      username: 'Prüfstand',
      email: 'audit@example.org',
      password: 'Ein-Messpasswort-2026',
      role: 'admin',
      isActive: true,
    },
  })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  const takenFallIds = await storeOf(payload).fallIdsWithPrefixes(['20'])
  await createFiller({ payload, takenFallIds })({ count: 100_000, from: '2024-01-01', days: 730 })
  return importing(req)
}

async function importing(req: PayloadRequest): Promise<Measurement[]> {
  const ratios: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    // In turns, so that both pay alike for how full the database is.
    const order = round % 2 === 0 ? [true, false] : [false, true]
    const times = new Map<boolean, number>()
    for (const withEntries of order) times.set(withEntries, await importOnce({ req, round, withEntries }))
    ratios.push((times.get(true) ?? 0) / (times.get(false) ?? 1))
  }
  const ratio = ratios.sort((left, right) => left - right)[Math.floor(rounds / 2)] ?? 0
  const name = `import of ${rows.toLocaleString('en')} rows with audit entries against without`
  return [{ name, value: ratio, unit: '×', target: '≤ 1.25 ×' }]
}

type Once = { req: PayloadRequest; round: number; withEntries: boolean }

/** Milliseconds of preview and confirm; without entries they are neither stored nor is it counted that they are made. */
async function importOnce({ req, round, withEntries }: Once): Promise<number> {
  const store = storeOf(req.payload)
  const { applyImport } = store
  let made = 0
  if (!withEntries)
    store.applyImport = async (writes, tell) => {
      made = timeToMake(req, writes)
      return applyImport({ ...writes, audit: [] }, tell)
    }
  try {
    const name = `AUDIT-${round}-${withEntries}`
    const bytes = crmExport({
      count: rows,
      seed: 10 * round + Number(withEntries),
      from: '2023-02-06',
      days: 4,
      name,
    })
    const start = performance.now()
    const { importId } = await previewImport({ req, kind: 'crm-csv', filename: 'bench.csv', bytes })
    const given = { decisions: {}, corrections: {} }
    const { created } = await confirmImport({ req, kind: 'crm-csv', importId, ...given })
    if (created < rows * 0.9) throw new Error(`${created} rows were created.`)
    return performance.now() - start - 2 * made
  } finally {
    store.applyImport = applyImport
  }
}

function timeToMake(req: PayloadRequest, { creates }: ImportWrites): number {
  const start = performance.now()
  const origin = auditOrigin(req)
  for (const { id, values } of creates)
    auditOfCase({ origin, action: 'create', id, before: {}, after: values })
  return performance.now() - start
}
