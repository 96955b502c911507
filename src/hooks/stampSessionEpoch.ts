import type { CollectionBeforeChangeHook } from 'payload'
import type { User } from '../payload-types'
import { newSessionEpoch } from '../services/sessions/sessionEpoch'

/**
 * A new password, another role and a deactivation void every session, in the very write that changes them: one opened
 * with the account as it was before is void too, however late it comes.
 */
export const stampSessionEpoch: CollectionBeforeChangeHook<User> = ({ data, originalDoc, operation }) => {
  if (operation !== 'update' || !originalDoc) return data
  const hasNewRole = data.role !== undefined && data.role !== originalDoc.role
  const isDeactivated = data.isActive !== undefined && data.isActive !== true && originalDoc.isActive === true
  const isMoved = Boolean(data.password) || hasNewRole || isDeactivated
  return isMoved ? { ...data, sessionEpoch: newSessionEpoch() } : data
}
