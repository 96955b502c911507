import type { CollectionBeforeDeleteHook } from 'payload'
import { filesOf } from '../files/filesOf'
import type { Report } from '../payload-types'

/**
 * Before a report is deleted its file is only begun again: should the deletion be taken back, the file is there; should
 * the process end, whoever settles the files sees to it.
 */
export const doubtReportFile: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { id: { equals: id } }
  const report = await req.payload.db.findOne<Report>({ collection: 'reports', where, req })
  if (report?.filename) await filesOf(req.payload).reports.doubt(report.filename)
}
