import type { PayloadRequest } from 'payload'
import { gateOf, isActiveAccount } from '../../access/hasRole'
import { refreshTokenSeconds } from '../../domain/users/lifetimes'
import { newToken, tokenHash } from '../../lib/crypto/randomToken'
import { refusal } from '../../lib/refuse'
import type { RefreshToken, User } from '../../payload-types'
import { recordAudit } from '../recordAudit'
import { endSessions } from './endSessions'
import { renewSession } from './renewSession'
import { sessionEpochOf } from './sessionEpoch'

/** A new refresh token of a session; only its hash is stored. */
export async function issueRefreshToken({
  req,
  userId,
  sid,
  now,
}: {
  req: PayloadRequest
  userId: string
  sid: string
  now: Date
}): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + refreshTokenSeconds * 1000).toISOString()
  await req.payload.db.create({
    collection: 'refresh-tokens',
    data: { user: userId, session: sid, hash: tokenHash(token), isUsed: false, expiresAt },
  })
  return token
}

/**
 * Takes a refresh token for a new one, once. One that was used already is in wrong hands, or its successor is, so its
 * session ends with every token of it.
 */
export async function rotateRefreshToken({
  req,
  token,
  now,
}: {
  req: PayloadRequest
  token: string
  now: Date
}): Promise<{ refreshToken: string; sid: string; user: User }> {
  const invalid = () => refusal(req, 401, 'refreshTokenInvalid')
  const stored = await findRefreshToken({ req, token })
  if (!stored || Date.parse(stored.expiresAt) <= now.getTime()) throw invalid()
  const user = await userOfSession({ req, stored })
  if (!user) throw invalid()
  if (gateOf(user) === 'passwordChangeRequired') throw refusal(req, 403, 'passwordChangeRequired')
  const isFirstUse = await markUsed({ req, id: stored.id })
  if (!isFirstUse) await endStolen({ req, userId: user.id, sid: stored.session })
  const isRunning = await renewSession({ payload: req.payload, sid: stored.session, kind: 'api', now })
  if (!isFirstUse || !isRunning) throw invalid()
  const refreshToken = await issueRefreshToken({ req, userId: user.id, sid: stored.session, now })
  return { refreshToken, sid: stored.session, user }
}

/** Ends the session of a refresh token, if there is one. */
export async function revokeRefreshToken({
  req,
  token,
}: {
  req: PayloadRequest
  token: string
}): Promise<void> {
  const stored = await findRefreshToken({ req, token })
  if (!stored) return
  const userId = idOf(stored.user)
  const sessions = await endSessions({ req, userId, sid: stored.session })
  const event = { action: 'logout', entityType: 'users', entityId: userId, details: { sessions } } as const
  if (sessions > 0) await recordAudit({ req, event, origin: { user: userId } })
}

async function endStolen({ req, userId, sid }: { req: PayloadRequest; userId: string; sid: string }) {
  const sessions = await endSessions({ req, userId, sid })
  const event = {
    action: 'reuseToken',
    entityType: 'users',
    entityId: userId,
    details: { sessions },
  } as const
  await recordAudit({ req, event })
}

function findRefreshToken({ req, token }: { req: PayloadRequest; token: string }) {
  return req.payload.db.findOne<RefreshToken>({
    collection: 'refresh-tokens',
    where: { hash: { equals: tokenHash(token) } },
  })
}

/** The account as it is now, when it is active and the session of its present epoch. */
async function userOfSession({ req, stored }: { req: PayloadRequest; stored: RefreshToken }) {
  const session = await req.payload.db.findOne<{ id: string; epoch: string }>({
    collection: 'sessions',
    where: { id: { equals: stored.session } },
  })
  if (!session) return null
  const user = await req.payload.findByID({ collection: 'users', id: idOf(stored.user), depth: 0, req })
  return isActiveAccount(user) && session.epoch === sessionEpochOf(user) ? user : null
}

async function markUsed({ req, id }: { req: PayloadRequest; id: string }): Promise<boolean> {
  const marked = await req.payload.db.updateOne({
    collection: 'refresh-tokens',
    where: { and: [{ id: { equals: id } }, { isUsed: { equals: false } }] },
    data: { isUsed: true },
    options: { atomic: true },
  })
  return marked !== null
}

function idOf(user: RefreshToken['user']): string {
  return typeof user === 'object' ? user.id : user
}
