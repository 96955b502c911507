import { createLocalReq, type PayloadRequest } from 'payload'
import { openPortal } from '../scripts/openPortal'
import { confirmImport } from '../src/services/imports/confirmImport'
import { previewImport } from '../src/services/imports/previewImport'
import { storeOf } from '../src/store/storeOf'
import { benchAccounting } from './accounting.bench'
import { benchCatalogue } from './catalogue.bench'
import { createFiller } from './createFiller'
import { crmExport } from './crmExport'
import { benchDuplicates } from './duplicates.bench'
import { forgetMongo } from './forgetMongo'
import { benchLarge } from './large.bench'
import type { Measurement } from './measure'
import { benchMillion } from './million.bench'
import { benchSync } from './sync.bench'

/** The accounting workbook and the sync, an import of 199,000 rows, preview and confirm of 5,000 new rows into 100,000 cases, what people wait for and the search for duplicates at 1,000,000, and an ICD catalogue. */
export async function benchStore(): Promise<Measurement[]> {
  const { payload } = await openPortal()
  const user = await payload.create({
    collection: 'users',
    data: {
      username: 'bench',
      email: 'bench@example.org',
      password: 'Ein-Messpasswort-2026',
      role: 'admin',
      isActive: true,
    },
  })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  const accounting = [...(await benchAccounting(req)), ...(await benchSync(req))]
  const large = await benchLarge()
  const takenFallIds = await storeOf(payload).fallIdsWithPrefixes(['20'])
  const fill = createFiller({ payload, takenFallIds })
  await fill({ count: 80_000, from: '2024-01-01', days: 730 })
  const importing = await benchImport(req)
  await fill({ count: 395_000, from: '2024-01-01', days: 700 })
  await fill({ count: 500_000, from: '2026-01-05', days: 340 })
  const million = await benchMillion(req)
  const duplicates = await benchDuplicates()
  const catalogue = await benchCatalogue(req)
  await forgetMongo(payload)
  return [...accounting, ...large, ...importing, ...million, ...duplicates, ...catalogue]
}

async function benchImport(req: PayloadRequest): Promise<Measurement[]> {
  const rounds: { preview: number; confirm: number }[] = []
  for (let round = 0; round < 3; round += 1) {
    const bytes = crmExport({
      count: 5_000,
      seed: 100 + round,
      from: '2023-02-06',
      days: 4,
      name: `BENCH-${round}`,
    })
    const start = performance.now()
    const { importId, counts } = await previewImport({ req, kind: 'crm-csv', filename: 'bench.csv', bytes })
    const middle = performance.now()
    const { created } = await confirmImport({
      req,
      kind: 'crm-csv',
      importId,
      decisions: {},
      corrections: {},
    })
    if (created !== 5_000) throw new Error(`${created} of ${counts.total} rows were created.`)
    rounds.push({ preview: middle - start, confirm: performance.now() - middle })
  }
  const preview = median(rounds.map((round) => round.preview))
  const confirm = median(rounds.map((round) => round.confirm))
  return [
    { name: 'preview of 5,000 new rows into 100,000 cases', value: preview, unit: 'ms', target: '' },
    { name: 'confirm of the same (with audit and plan)', value: confirm, unit: 'ms', target: '' },
    {
      name: 'preview + confirm',
      value: 5_000_000 / (preview + confirm),
      unit: 'rows/s',
      target: '≥ 5,000 rows/s',
    },
  ]
}

function median(values: number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}
