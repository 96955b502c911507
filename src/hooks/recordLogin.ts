import type { CollectionAfterLoginHook } from 'payload'
import { recordAudit } from '../services/recordAudit'

/** A login stamps `lastLogin` and leaves an audit entry; one at the end of a reset leaves that of the new password too. */
export const recordLogin: CollectionAfterLoginHook = async ({ user, req, context }) => {
  const data = { lastLogin: new Date().toISOString() }
  await req.payload.db.updateOne({ collection: 'users', id: user.id, data, req, returning: false })
  const entityId = String(user.id)
  const shared = { entityType: 'users', entityId } as const
  const origin = { user: entityId }
  if (context.resetsPassword)
    await recordAudit({ req, event: { ...shared, action: 'resetPassword', details: {} }, origin })
  context.resetsPassword = undefined
  context.signIn = undefined
  const session = context.sessionKind ?? 'panel'
  await recordAudit({ req, event: { ...shared, action: 'login', details: { session } }, origin })
}
