import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { refusal } from '../lib/refuse'

/** An audit entry is never changed, not even by code that skips access control. */
export const forbidAuditChange: CollectionBeforeChangeHook = ({ operation, req, data }) => {
  if (operation === 'update') throw refusal(req, 403, 'auditReadOnly')
  return data
}

/** An audit entry is never deleted, not even by code that skips access control. */
export const forbidAuditDeletion: CollectionBeforeDeleteHook = ({ req }) => {
  throw refusal(req, 403, 'auditReadOnly')
}
