import type { CollectionAfterLoginHook } from 'payload'
import { recordAudit } from '../services/recordAudit'

/** A login stamps `lastLogin` and leaves an audit entry. */
export const recordLogin: CollectionAfterLoginHook = async ({ user, req }) => {
  const lastLogin = new Date().toISOString()
  await req.payload.db.updateOne({
    collection: 'users',
    id: user.id,
    data: { lastLogin },
    req,
    returning: false,
  })
  const id = String(user.id)
  await recordAudit({
    req,
    entry: { action: 'login', entityType: 'users', entityId: id, changes: [], user: id },
  })
}
