import type { CollectionAfterOperationHook } from 'payload'
import { recordAudit } from '../services/recordAudit'
import { findUserByEmail } from '../services/users/findUserByEmail'

/** Whoever takes the lock off an account leaves an audit entry. */
export const recordUnlock: CollectionAfterOperationHook<'users'> = async (call) => {
  if (call.operation !== 'unlock' || !call.result) return call.result
  const { req, args } = call
  const email = args.data.email.trim().toLowerCase()
  const user = await findUserByEmail({ payload: req.payload, email })
  if (!user) return call.result
  const event = { action: 'unlock', entityType: 'users', entityId: user.id, details: {} } as const
  await recordAudit({ req, event })
  return call.result
}
