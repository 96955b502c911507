import type { PayloadRequest } from 'payload'
import { recordAudit } from '../recordAudit'
import { endAllSessionsOf } from './endAllSessionsOf'

/** An admin ends every session of an account; the number of those that were running. */
export async function endSessionsOfOther({
  req,
  userId,
}: {
  req: PayloadRequest
  userId: string
}): Promise<number> {
  await req.payload.findByID({ collection: 'users', id: userId, depth: 0, req })
  const ended = await endAllSessionsOf({ req, userId })
  const changes = [{ field: 'sessions', old: ended, new: 0 }]
  await recordAudit({ req, entry: { action: 'update', entityType: 'users', entityId: userId, changes } })
  return ended
}
