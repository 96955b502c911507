import type { CollectionAfterChangeHook } from 'payload'
import type { Report } from '../payload-types'
import { raiseEvent } from '../services/notifications/raiseEvent'

/** Every generated report is told of, in the transaction that stores it. */
export const raiseReportReady: CollectionAfterChangeHook<Report> = async ({ doc, operation, req }) => {
  if (operation !== 'create') return doc
  const { id, jahr, kw } = doc
  await raiseEvent({
    req,
    event: {
      type: 'report_ready',
      figures: { jahr, kw },
      related: { collection: 'reports', id: String(id) },
    },
  })
  return doc
}
