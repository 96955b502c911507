import { type AuditEntry, type AuditOrigin, auditEntryOf } from '../../domain/audit/auditEntry'
import { auditedCollections } from '../../domain/audit/auditedDocuments'
import { changedFields } from '../../domain/audit/changedFields'

/** The audit entry of a week of `yearly-summaries` that an import, or its undoing, writes. */
export function auditOfWeek({
  origin,
  action,
  id,
  before,
  after,
}: {
  origin: AuditOrigin
  action: 'create' | 'update' | 'delete'
  id: string
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}): AuditEntry {
  const changes = changedFields({ names: auditedCollections['yearly-summaries'].fields, before, after })
  const event = { action, entityType: 'yearly-summaries', entityId: id, changes } as const
  return auditEntryOf({ event, origin })
}
