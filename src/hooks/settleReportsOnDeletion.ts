import type { CollectionAfterDeleteHook } from 'payload'
import type { Report } from '../payload-types'
import { settleCurrentReport } from '../services/reports/settleCurrentReport'
import { asDeleted } from './asDeleted'

/** When a report is deleted, the version before it becomes the week's current one. */
export const settleReportsOnDeletion: CollectionAfterDeleteHook<Report> = async (deletion) => {
  const { jahr, kw } = asDeleted<Report>(deletion)
  await settleCurrentReport({ req: deletion.req, jahr, kw })
}
