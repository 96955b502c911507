import { basename } from 'node:path'
import type { PayloadRequest } from 'payload'
import { berichtswesenFilename } from '../../domain/reports/berichtswesenFilename'
import { filesOf } from '../../files/filesOf'
import type { Download } from '../../lib/fileResponse'
import { refusal } from '../../lib/refuse'
import { recordDownload } from '../recordDownload'

type Wanted = {
  req: PayloadRequest
  /** Of a report that whoever asks may read. */
  id: string
  /** The name its file is stored under, and the one it leaves the portal with. */
  stored: string
  filename: string
}

/** The one way by which a report's file leaves the portal, which is written down; `404` when the file is not there. */
export async function downloadReportFile({ req, id, stored, filename }: Wanted): Promise<Download> {
  const bytes = await filesOf(req.payload).reports.read(basename(stored))
  if (!bytes) throw refusal(req, 404, 'fileGone')
  await recordDownload({ req, file: 'report', filename, of: { collection: 'reports', id } })
  return { bytes, filename }
}

/** A stored report's workbook and the name it is downloaded under; `404` when there is none. */
export async function downloadReport({ req, id }: { req: PayloadRequest; id: string }): Promise<Download> {
  const { jahr, kw, ...report } = await req.payload.findByID({
    collection: 'reports',
    id,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const filename = berichtswesenFilename({ jahr, kw })
  return downloadReportFile({ req, id, stored: report.filename ?? '', filename })
}
