import type { PayloadRequest } from 'payload'
import { type AuditEvent, type AuditOrigin, auditEntryOf } from '../domain/audit/auditEntry'
import { clientAddressOf } from '../lib/clientAddress'

/** A request, or the portal itself as `{ payload }`. */
export type AuditPlace = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

/** Who asked, from where, at what time: the part of an audit entry that the request knows. */
export function auditOrigin({ user, headers }: Partial<PayloadRequest>): AuditOrigin {
  return {
    at: new Date().toISOString(),
    user: user ? String(user.id) : null,
    ip: headers ? clientAddressOf({ headers }) : null,
    userAgent: headers?.get('user-agent')?.slice(0, 500) ?? null,
  }
}

/**
 * Writes one entry to the audit log, in the transaction of the request where it is in one. `origin` is what is known better
 * than by the request: whoever logs in, the instant of the version that was written.
 */
export async function recordAudit({
  req,
  event,
  origin,
}: {
  req: AuditPlace
  event: AuditEvent
  origin?: Partial<Pick<AuditOrigin, 'at' | 'user'>>
}): Promise<void> {
  const data = auditEntryOf({ event, origin: { ...auditOrigin(req), ...origin } })
  await req.payload.db.create({ collection: 'audit-log', data, req, returning: false })
}
