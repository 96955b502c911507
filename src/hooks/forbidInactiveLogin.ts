import type { CollectionBeforeLoginHook } from 'payload'
import { refusal } from '../lib/refuse'

/** An account that is not open cannot log in; whoever registered and has not confirmed reads what to do. */
export const forbidInactiveLogin: CollectionBeforeLoginHook = ({ user, req }) => {
  if (user.isActive === true) return
  throw refusal(req, 403, user.awaitsConfirmation === true ? 'addressUnconfirmed' : 'accountInactive')
}
