import type { PayloadRequest, Where } from 'payload'
import { accessTokenSeconds, refreshTokenSeconds } from '../../domain/users/lifetimes'
import type { User } from '../../payload-types'
import { auditOrigin } from '../recordAudit'
import { sessionEpochOf } from './sessionEpoch'

export type SessionKind = 'panel' | 'api'

/** When a session that is used now ends unless it is used again. */
export function sessionEnd({ kind, now }: { kind: SessionKind; now: Date }): string {
  const seconds = kind === 'api' ? refreshTokenSeconds : accessTokenSeconds
  return new Date(now.getTime() + seconds * 1000).toISOString()
}

/**
 * Opens a session of an account as it was when its password was checked: had it been changed since, the epoch would have
 * too, and the session be void. Written outside the request's transaction; ended ones are cleared away.
 */
export async function openSession({
  req,
  user,
  kind,
  now,
}: {
  req: PayloadRequest
  user: User
  kind: SessionKind
  now: Date
}): Promise<string> {
  const { ip, userAgent } = auditOrigin(req)
  const at = now.toISOString()
  for (const collection of ['sessions', 'refresh-tokens'] as const) {
    const where: Where = { and: [{ user: { equals: user.id } }, { expiresAt: { less_than: at } }] }
    await req.payload.db.deleteMany({ collection, where })
  }
  const session = await req.payload.db.create({
    collection: 'sessions',
    data: {
      user: user.id,
      kind,
      epoch: sessionEpochOf(user),
      ip,
      userAgent,
      startedAt: at,
      lastSeenAt: at,
      expiresAt: sessionEnd({ kind, now }),
    },
  })
  return String(session.id)
}
