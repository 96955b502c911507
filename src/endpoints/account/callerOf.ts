import type { PayloadRequest } from 'payload'
import { refusal } from '../../lib/refuse'
import type { User } from '../../payload-types'
import { currentSession } from '../../services/sessions/currentSession'

/** Whoever calls, and the session they call from. */
export function callerOf(req: PayloadRequest): { user: User; sid: string } {
  const sid = currentSession(req)
  if (!req.user || !sid) throw refusal(req, 401, 'unauthenticated')
  return { user: req.user, sid }
}
