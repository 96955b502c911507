import type { CollectionAfterLogoutHook } from 'payload'
import { recordAudit } from '../services/recordAudit'
import { currentSession } from '../services/sessions/currentSession'
import { endSessions } from '../services/sessions/endSessions'

/** A logout ends the session, with `allSessions` every session of the account. */
export const endSessionOnLogout: CollectionAfterLogoutHook = async ({ req }) => {
  const sid = currentSession(req)
  if (!req.user || !sid) return
  const isEverywhere =
    req.context.isLogoutEverywhere === true || req.searchParams?.get('allSessions') === 'true'
  const userId = String(req.user.id)
  const sessions = await endSessions({ req, userId, ...(isEverywhere ? {} : { sid }) })
  const event = { action: 'logout', entityType: 'users', entityId: userId, details: { sessions } } as const
  await recordAudit({ req, event })
}
