import type { Payload, PayloadRequest, Where } from 'payload'
import { type SignInFailure, unknownAccount } from '../../domain/audit/auditEntry'
import type { User } from '../../payload-types'
import { asOnlyOne } from '../asOnlyOne'
import { type AuditPlace, recordAudit } from '../recordAudit'

type Failure = { req: PayloadRequest; userId: string | null; reason: SignInFailure }

/**
 * Writes down that somebody was not let in, by the account if there is one and never by what was typed; and that the account
 * is locked, if that was the failure too many. Outside the transaction of the request, which the refusal takes back.
 */
export async function recordSignInFailure({ req, userId, reason }: Failure): Promise<void> {
  const { payload, user, headers } = req
  const place = { payload, user, headers }
  const entityId = userId ?? unknownAccount
  const event = { action: 'loginFailed', entityType: 'users', entityId, details: { reason } } as const
  await recordAudit({ req: place, event })
  if (userId && (reason === 'password' || reason === 'code')) await recordLock({ req: place, userId })
}

/** One entry a lock, however many failures at once have led to it. */
async function recordLock({ req, userId }: { req: AuditPlace; userId: string }): Promise<void> {
  const { payload } = req
  const user = await payload.db.findOne<User>({ collection: 'users', where: { id: { equals: userId } } })
  const until = user?.lockUntil ? new Date(user.lockUntil) : null
  if (!until || until.getTime() <= Date.now()) return
  const since = new Date(until.getTime() - payload.collections.users.config.auth.lockTime - clockMs)
  await asOnlyOne({
    payload,
    name: `lock of ${userId}`,
    work: async () => {
      if (await isLockKnown({ payload, userId, since })) return
      const details = { until: until.toISOString() }
      await recordAudit({ req, event: { action: 'lock', entityType: 'users', entityId: userId, details } })
    },
  })
}

async function isLockKnown({
  payload,
  userId,
  since,
}: {
  payload: Payload
  userId: string
  since: Date
}): Promise<boolean> {
  const isLockSince: Where[] = [
    { entityId: { equals: userId } },
    { action: { equals: 'lock' } },
    { at: { greater_than: since.toISOString() } },
  ]
  const known = await payload.db.findOne({ collection: 'audit-log', where: { and: isLockSince } })
  return known !== null
}

/** By so much the clocks of two nodes may differ. */
const clockMs = 60_000
