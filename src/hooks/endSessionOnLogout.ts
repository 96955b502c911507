import type { CollectionAfterLogoutHook } from 'payload'
import { currentSession } from '../services/sessions/currentSession'
import { endSessions } from '../services/sessions/endSessions'

/** A logout ends the session, with `allSessions` every session of the account. */
export const endSessionOnLogout: CollectionAfterLogoutHook = async ({ req }) => {
  const sid = currentSession(req)
  if (!req.user || !sid) return
  const isEverywhere =
    req.context.isLogoutEverywhere === true || req.searchParams?.get('allSessions') === 'true'
  await endSessions({ req, userId: String(req.user.id), ...(isEverywhere ? {} : { sid }) })
}
