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
  const details = { sessions: ended }
  await recordAudit({
    req,
    event: { action: 'endSessions', entityType: 'users', entityId: userId, details },
  })
  return ended
}
