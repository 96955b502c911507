import type { CollectionAfterDeleteHook } from 'payload'
import type { Report } from '../payload-types'
import { recordAudit } from '../services/recordAudit'
import { settleCurrentReport } from '../services/reports/settleCurrentReport'

const auditedNames = ['jahr', 'kw', 'version'] as const

/** A deleted report leaves an audit entry that names it, and the version before it becomes the week's current one. */
export const recordReportDeletion: CollectionAfterDeleteHook<Report> = async ({ doc, id, req }) => {
  const changes = auditedNames.map((field) => ({ field, old: doc[field], new: null }))
  await recordAudit({
    req,
    entry: { action: 'delete', entityType: 'reports', entityId: String(id), changes },
  })
  await settleCurrentReport({ req, jahr: doc.jahr, kw: doc.kw })
}
