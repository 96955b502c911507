import { createLocalReq } from 'payload'
import { openPortal } from '../scripts/openPortal'
import { sealAudit } from '../src/services/audit/sealAudit'
import { notePerson } from '../src/services/erasure/requestErasure'
import { runErasures } from '../src/services/erasure/runErasures'
import { confirmImport } from '../src/services/imports/confirmImport'
import { previewImport } from '../src/services/imports/previewImport'
import { replanImport } from '../src/services/imports/replanImport'
import { undoImport } from '../src/services/imports/undoImport'
import { crmExport } from './crmExport'
import type { Measurement } from './measure'
import { watchStretches } from './watchStretches'

/** Measures on the database of the settings and tells the parent; started by `large.bench.ts`. */
const count = Number(process.env.LARGE_ROWS ?? 199_000)
const kind = 'crm-csv'

const { payload } = await openPortal()
const req = await createLocalReq({ user: { ...(await anAdmin()), collection: 'users' } }, payload)
const bytes = crmExport({ count, seed: 77, from: '2021-01-04', days: 700, name: 'LARGE' })
const measured: Measurement[] = []

const { importId } = await step('preview', () => previewImport({ req, kind, filename: 'large.csv', bytes }))
await step('correction in the preview', () =>
  replanImport({
    req,
    importId,
    sourceOf: () => kind,
    reset: [],
    decideAll: [],
    decisions: {},
    corrections: { '2': { vorname: 'Berichtigt' } },
  }),
)
const { created } = await step('confirm', () =>
  confirmImport({ req, kind, importId, decisions: {}, corrections: {} }),
)
if (created < 0.9 * count) throw new Error(`Only ${created} of ${count} rows were created.`)
await step('sealing the entries', () => sealAudit({ payload }))
await step('erasing one person', async () => {
  const { docs } = await payload.find({ collection: 'cases', limit: 1, depth: 0 })
  await notePerson({ req, wanted: { caseIds: docs.map(({ id }) => id), person: null, reference: null } })
  await runErasures({ payload, origin: {} })
})
await step('undo', () => undoImport({ req, importId }))
measured.push({
  name: 'memory of the portal at most then',
  value: process.resourceUsage().maxRSS / 1024,
  unit: 'MB',
  target: '',
})
process.send?.(measured, () => process.exit(0))

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { result, ms, longestMs } = await watchStretches(work)
  const title = `${name} of ${count.toLocaleString('en')} CSV rows`
  measured.push(
    { name: title, value: ms, unit: 'ms', target: '' },
    { name: 'longest stretch without an answer then', value: longestMs, unit: 'ms', target: '≤ 300 ms' },
  )
  return result
}

async function anAdmin() {
  const { docs } = await payload.find({ collection: 'users', limit: 1 })
  const account = { username: 'large', email: 'large@example.org', password: 'Bench-Passwort-2026' }
  const data = { ...account, role: 'admin' as const, isActive: true }
  return docs[0] ?? payload.create({ collection: 'users', data })
}
