import { readFile } from 'node:fs/promises'
import type { PayloadRequest } from 'payload'
import { berichtswesenFilename } from '../../domain/reports/berichtswesenFilename'
import { refusal } from '../../lib/refuse'
import { finishFile } from '../../lib/wholeFile'
import { reportPath } from './reportPath'

/** A stored report's workbook and the name it is downloaded under; `404` when there is none. */
export async function readReportFile({ req, id }: { req: PayloadRequest; id: string }) {
  const report = await req.payload.findByID({
    collection: 'reports',
    id,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const path = reportPath({ payload: req.payload, filename: report.filename ?? '' })
  // Whoever stored the report may not have named its file yet.
  await finishFile(path)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') throw refusal(req, 404, 'fileGone')
    throw error
  })
  return { bytes, filename: berichtswesenFilename({ jahr: report.jahr, kw: report.kw }) }
}
