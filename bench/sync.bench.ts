import type { PayloadRequest } from 'payload'
import { buildSyncWorkbook } from '../src/services/imports/buildSyncWorkbook'
import { previewImport } from '../src/services/imports/previewImport'
import type { Measurement } from './measure'

/** Export of the cases that are there, and the preview of it as it comes back: read, compared cell by cell, stored. */
export async function benchSync(req: PayloadRequest): Promise<Measurement[]> {
  const start = performance.now()
  const bytes = await buildSyncWorkbook(req.payload)
  const middle = performance.now()
  const { counts } = await previewImport({ req, kind: 'sync-xlsx', filename: 'bench.xlsx', bytes })
  const end = performance.now()
  if (counts.skip !== counts.total) throw new Error(`Unedited rows would change: ${JSON.stringify(counts)}`)
  const size = `of ${counts.total.toLocaleString('en')} cases`
  return [
    { name: `sync: export ${size}`, value: middle - start, unit: 'ms', target: '≤ 5,000 ms' },
    { name: 'sync: preview of the same', value: end - middle, unit: 'ms', target: '≤ 8,000 ms' },
  ]
}
