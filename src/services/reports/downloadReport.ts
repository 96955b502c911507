import { basename } from 'node:path'
import type { PayloadRequest } from 'payload'
import { berichtswesenFilename } from '../../domain/reports/berichtswesenFilename'
import { filesOf } from '../../files/filesOf'
import type { Download } from '../../lib/fileResponse'
import { refusal } from '../../lib/refuse'
import type { Report } from '../../payload-types'
import { recordDownload } from '../recordDownload'

/** A stored report's workbook under the name people know it by; `404` when there is none. */
export async function downloadReport({ req, id }: { req: PayloadRequest; id: string }): Promise<Download> {
  const asked = { collection: 'reports', depth: 0, overrideAccess: false, req } as const
  const report = await req.payload.findByID({ ...asked, id })
  return read({ req, report, filename: berichtswesenFilename(report) })
}

/** The same for who asks by the name that its file is stored under, which it keeps. */
export async function downloadStoredFile({
  req,
  filename,
}: {
  req: PayloadRequest
  filename: string
}): Promise<Download> {
  const where = { filename: { equals: filename } }
  const asked = { collection: 'reports', depth: 0, overrideAccess: false, req } as const
  const { docs } = await req.payload.find({ ...asked, where, limit: 1, pagination: false })
  if (!docs[0]) throw refusal(req, 404, 'fileGone')
  return read({ req, report: docs[0], filename })
}

type Reading = { req: PayloadRequest; report: Pick<Report, 'id' | 'filename'>; filename: string }

/** The one way by which a report's file leaves the portal, which is written down. */
async function read({ req, report, filename }: Reading): Promise<Download> {
  const bytes = report.filename && (await filesOf(req.payload).reports.read(basename(report.filename)))
  if (!bytes) throw refusal(req, 404, 'fileGone')
  await recordDownload({ req, file: 'report', filename, of: { collection: 'reports', id: report.id } })
  return { bytes, filename }
}
