import type { UploadConfig } from 'payload'
import { recordDownload } from '../services/recordDownload'

type Handler = NonNullable<UploadConfig['handlers']>[number]

/** Payload's own way to the file of a report, `/api/reports/file/:filename`, is written down like the portal's. */
export const recordReportDownload: Handler = async (req, { doc, params }) => {
  const { filename } = params
  const id = String(doc?.id ?? '')
  await recordDownload({ req, file: 'report', filename, of: { collection: 'reports', id } })
}
