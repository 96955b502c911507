import { recordAudit } from '../recordAudit'
import { type Ended, endSessions } from './endSessions'

/** Somebody ends sessions of their own; the number of those that were running. */
export async function endOwnSessions(ended: Ended): Promise<number> {
  const { req, userId } = ended
  const sessions = await endSessions(ended)
  const details = { sessions }
  if (sessions > 0)
    await recordAudit({
      req,
      event: { action: 'endSessions', entityType: 'users', entityId: userId, details },
    })
  return sessions
}
