import type { UploadConfig } from 'payload'
import { fileResponse } from '../lib/fileResponse'
import { downloadStoredFile } from '../services/reports/downloadReport'

type FileHandler = NonNullable<UploadConfig['handlers']>[number]

/** Payload's own way to the file of a report, `/api/reports/file/:filename`, is the portal's, from disk and bucket alike. */
export const serveReportFile: FileHandler = async (req, { params: { filename } }) =>
  fileResponse(await downloadStoredFile({ req, filename }))
