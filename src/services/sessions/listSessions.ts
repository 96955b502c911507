import type { PayloadRequest } from 'payload'
import type { Session } from '../../payload-types'

/** The running sessions of an account, the latest first. */
export async function listSessions({
  req,
  userId,
  now,
}: {
  req: PayloadRequest
  userId: string
  now: Date
}): Promise<Session[]> {
  const { docs } = await req.payload.find({
    collection: 'sessions',
    where: { and: [{ user: { equals: userId } }, { expiresAt: { greater_than: now.toISOString() } }] },
    sort: '-lastSeenAt',
    limit: 100,
    depth: 0,
    req,
  })
  return docs
}
