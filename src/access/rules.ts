import type { Access, FieldAccess } from 'payload'
import { hasRole, isActiveAccount, isActiveUser } from './hasRole'

/** Nobody, over no API; only the portal's own code writes. */
export const nobody: Access & FieldAccess = () => false

export const admins = ({ req }: { req: { user: Parameters<typeof hasRole>[0] } }): boolean =>
  hasRole(req.user, 'admin')

/** Everyone signed in whose account is active. */
export const activeUsers = ({ req }: { req: { user: Parameters<typeof hasRole>[0] } }): boolean =>
  isActiveUser(req.user)

/** Admins everything; everyone else active only what carries their id in `field`. */
export const adminsOrOwn =
  (field: string): Access =>
  ({ req }) => {
    if (hasRole(req.user, 'admin')) return true
    return isActiveUser(req.user) && req.user ? { [field]: { equals: req.user.id } } : false
  }

/** Everyone active only what carries their id in `field`, admins too. */
export const own =
  (field: string): Access =>
  ({ req }) =>
    isActiveUser(req.user) && req.user ? { [field]: { equals: req.user.id } } : false

/**
 * Admins every account, everyone else their own, which `GET /api/users/me` shows even at a gate; the other doors of
 * REST are closed there (`closeGatedDoors`).
 */
export const adminsOrOneself: Access = ({ req }) => {
  if (hasRole(req.user, 'admin')) return true
  const isOpen = isActiveUser(req.user) || (req.payloadAPI !== 'local' && isActiveAccount(req.user))
  return isOpen && req.user ? { id: { equals: req.user.id } } : false
}
