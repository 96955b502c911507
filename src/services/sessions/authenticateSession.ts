import { type AuthStrategyFunction, extractJWT, JWTAuthentication, type Payload } from 'payload'
import { sessionIdIn } from './accessToken'
import { sessionEpochOf } from './sessionEpoch'

/**
 * Payload's check of an access token, and then of the session it names: it must be there, not over, and of the
 * account's present epoch. So a session ends the moment its row is gone or its account moved on.
 */
const authenticateSession: AuthStrategyFunction = async (call) => {
  const found = await JWTAuthentication(call)
  const token = found.user ? extractJWT(call) : null
  if (!found.user || !token) return { user: null }
  const sid = sessionIdIn(token)
  if (!sid) return { user: null }
  const session = await call.payload.db.findOne<StoredSession>({
    collection: 'sessions',
    where: { and: [{ id: { equals: sid } }, { user: { equals: found.user.id } }] },
  })
  const isValid =
    session !== null &&
    Date.parse(session.expiresAt) > Date.now() &&
    session.epoch === sessionEpochOf(found.user)
  return isValid ? { ...found, user: { ...found.user, _sid: sid } } : { user: null }
}

type StoredSession = { id: string; epoch: string; expiresAt: string }

/** Puts the check of sessions in the place of Payload's own, which knows tokens only. */
export function requireSessions(payload: Payload): void {
  payload.authStrategies = payload.authStrategies.map((strategy) =>
    strategy.name === 'local-jwt' ? { ...strategy, authenticate: authenticateSession } : strategy,
  )
}
