import type { CollectionBeforeLoginHook } from 'payload'
import { refusal } from '../lib/refuse'

/** A deactivated account cannot log in. */
export const forbidInactiveLogin: CollectionBeforeLoginHook = ({ user, req }) => {
  if (user.isActive !== true) throw refusal(req, 403, 'accountInactive')
}
