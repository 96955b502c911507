import { type AuditEntry, type AuditOrigin, auditEntryOf } from '../../domain/audit/auditEntry'
import { auditedCollections } from '../../domain/audit/auditedDocuments'
import { changedFields } from '../../domain/audit/changedFields'
import type { CaseValues } from '../../domain/cases/caseValues'

const auditedNames = auditedCollections.cases.fields.filter((name) => name !== 'import')

/** The audit entry of a case that an import, or its undoing, writes. */
export function auditOfCase({
  origin,
  action,
  id,
  before,
  after,
}: {
  origin: AuditOrigin
  action: 'create' | 'update' | 'delete'
  id: string
  before: CaseValues
  after: CaseValues
}): AuditEntry {
  const changes = changedFields({ names: auditedNames, before, after })
  const event = { action, entityType: 'cases', entityId: id, changes } as const
  return auditEntryOf({ event, origin })
}
