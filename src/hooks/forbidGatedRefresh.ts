import type { CollectionBeforeOperationHook } from 'payload'
import { gateOf } from '../access/hasRole'
import { refusal } from '../lib/refuse'

/** Who has to change the password first stays as long as that takes and no longer. */
export const forbidGatedRefresh: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (operation === 'refresh' && gateOf(req.user) === 'passwordChangeRequired')
    throw refusal(req, 403, 'passwordChangeRequired')
}
