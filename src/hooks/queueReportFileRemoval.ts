import type { CollectionAfterDeleteHook } from 'payload'
import type { Report } from '../payload-types'
import { asDeleted } from './asDeleted'

/** The file of a deleted report is removed by a job, which is there only when the deletion is. */
export const queueReportFileRemoval: CollectionAfterDeleteHook<Report> = async (deletion) => {
  const { filename } = asDeleted<Report>(deletion)
  if (!filename) return
  const { req } = deletion
  await req.payload.jobs.queue({ task: 'removeReportFile', queue: 'default', input: { filename }, req })
}
