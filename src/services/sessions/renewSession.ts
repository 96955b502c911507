import type { Payload } from 'payload'
import { type SessionKind, sessionEnd } from './openSession'

/** Prolongs a session of the kind; whether it was still there. */
export async function renewSession({
  payload,
  sid,
  kind,
  now,
}: {
  payload: Payload
  sid: string
  kind: SessionKind
  now: Date
}): Promise<boolean> {
  const renewed = await payload.db.updateOne({
    collection: 'sessions',
    where: { and: [{ id: { equals: sid } }, { kind: { equals: kind } }] },
    data: { lastSeenAt: now.toISOString(), expiresAt: sessionEnd({ kind, now }) },
    options: { atomic: true },
  })
  return renewed !== null
}
