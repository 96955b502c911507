import { z } from 'zod'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { refusal } from '../../lib/refuse'
import type { Session } from '../../payload-types'
import { endOwnSessions } from '../../services/sessions/endOwnSessions'
import { endSessionsOfOther } from '../../services/sessions/endSessionsOfOther'
import { listSessions } from '../../services/sessions/listSessions'
import { callerOf } from './callerOf'
import { endedOut, sessionsOut } from './contract'

const idParams = z.object({ id: z.string() })

/** Under `/api/users`: one's own sessions, one or all others ended; an admin ends another's. */
export const sessionEndpoints = [
  defineEndpoint({
    door: 'GET /api/users/sessions',
    title: { de: 'Eigene laufende Sitzungen', en: 'One’s own running sessions' },
    output: sessionsOut,
    handle: async ({ req }) => {
      const { user, sid } = callerOf(req)
      const sessions = await listSessions({ req, userId: user.id, now: new Date() })
      return { docs: sessions.map((session) => publicSession(session, sid)) }
    },
  }),
  defineEndpoint({
    door: 'DELETE /api/users/sessions',
    title: { de: 'Alle eigenen Sitzungen außer dieser beenden', en: 'End all one’s own sessions but this' },
    output: endedOut,
    handle: async ({ req }) => {
      const { user, sid } = callerOf(req)
      return { ended: await endOwnSessions({ req, userId: user.id, except: sid }) }
    },
  }),
  defineEndpoint({
    door: 'DELETE /api/users/sessions/:id',
    title: { de: 'Eine eigene Sitzung beenden', en: 'End one of one’s own sessions' },
    refuses: { 404: ['notFound'] },
    params: idParams,
    output: endedOut,
    handle: async ({ req, params }) => {
      const ended = await endOwnSessions({ req, userId: callerOf(req).user.id, sid: params.id })
      if (ended === 0) throw refusal(req, 404, 'notFound')
      return { ended }
    },
  }),
  defineEndpoint({
    door: 'DELETE /api/users/:id/sessions',
    title: { de: 'Alle Sitzungen eines anderen Kontos beenden', en: 'End all sessions of another account' },
    refuses: { 404: ['notFound'] },
    params: idParams,
    output: endedOut,
    handle: async ({ req, params }) => ({ ended: await endSessionsOfOther({ req, userId: params.id }) }),
  }),
]

function publicSession(session: Session, currentId: string) {
  return {
    id: session.id,
    isCurrent: session.id === currentId,
    kind: session.kind === 'api' ? ('api' as const) : ('panel' as const),
    userAgent: session.userAgent ?? null,
    ip: session.ip ?? null,
    startedAt: session.startedAt,
    lastSeenAt: session.lastSeenAt,
    expiresAt: session.expiresAt,
  }
}
