import { basename, join } from 'node:path'
import type { Payload } from 'payload'

/** The folder that holds the reports' workbooks. */
export function reportsFolder(payload: Payload): string {
  return String(payload.collections.reports.config.upload.staticDir)
}

/** Where the workbook of a report is. */
export function reportPath({ payload, filename }: { payload: Payload; filename: string }): string {
  return join(reportsFolder(payload), basename(filename))
}
