import { type AuditEntry, changedFields } from '../../domain/audit/auditEntry'
import { caseFieldNames } from '../../domain/cases/caseFields'
import type { CaseValues } from '../../domain/cases/caseValues'

const auditedNames = caseFieldNames.filter((name) => name !== 'updatedBy' && name !== 'import')

/** The audit entry of a case that an import, or its undoing, writes. */
export function auditOfCase({
  origin,
  action,
  id,
  before,
  after,
}: {
  origin: Pick<AuditEntry, 'at' | 'user' | 'ip' | 'userAgent'>
  action: 'create' | 'update' | 'delete'
  id: string
  before: CaseValues
  after: CaseValues
}): AuditEntry {
  const changes = changedFields({ names: auditedNames, before, after })
  return Object.assign({ action, entityType: 'cases', entityId: id, changes }, origin)
}
