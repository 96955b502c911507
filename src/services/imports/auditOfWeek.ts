import { type AuditEntry, changedFields } from '../../domain/audit/auditEntry'
import { summaryColumns } from '../../domain/reports/summaryColumns'

const auditedNames = ['jahr', 'kw', ...summaryColumns, 'source']

/** The audit entry of a week of `yearly-summaries` that an import, or its undoing, writes. */
export function auditOfWeek({
  origin,
  action,
  id,
  before,
  after,
}: {
  origin: Pick<AuditEntry, 'at' | 'user' | 'ip' | 'userAgent'>
  action: 'create' | 'update' | 'delete'
  id: string
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}): AuditEntry {
  const changes = changedFields({ names: auditedNames, before, after })
  return { action, entityType: 'yearly-summaries', entityId: id, changes, ...origin }
}
