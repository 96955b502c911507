import type { PayloadRequest } from 'payload'
import type { AuditEntry } from '../domain/audit/auditEntry'
import { clientAddressOf } from '../lib/clientAddress'

/** Who asked, from where, at what time: the part of an audit entry that the request knows. */
export function auditOrigin(req: PayloadRequest): Pick<AuditEntry, 'at' | 'user' | 'ip' | 'userAgent'> {
  return {
    at: new Date().toISOString(),
    user: req.user ? String(req.user.id) : null,
    ip: clientAddressOf(req),
    userAgent: req.headers?.get('user-agent')?.slice(0, 500) ?? null,
  }
}

/** Writes one entry to the audit log, of now unless told; the log itself can be written by nothing else. */
export async function recordAudit({
  req,
  entry,
}: {
  req: PayloadRequest
  entry: Pick<AuditEntry, 'action' | 'entityType' | 'entityId' | 'changes'> & { user?: string; at?: string }
}): Promise<void> {
  await req.payload.db.create({ collection: 'audit-log', data: { ...auditOrigin(req), ...entry }, req })
}
