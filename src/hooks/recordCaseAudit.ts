import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { changedFields } from '../domain/audit/auditEntry'
import { caseFieldNames } from '../domain/cases/caseFields'
import { recordAudit } from '../services/recordAudit'
import { caseValuesOf } from './applyCaseRulesToDocument'

const auditedNames = caseFieldNames.filter((name) => name !== 'updatedBy')

/** Every created or changed case leaves one audit entry with the changed fields, at the instant of the version it made. */
export const recordCaseAudit: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const before = operation === 'update' ? caseValuesOf(previousDoc ?? {}) : {}
  const changes = changedFields({ names: auditedNames, before, after: caseValuesOf(doc) })
  if (operation === 'update' && changes.length === 0) return doc
  await recordAudit({
    req,
    entry: { action: operation, entityType: 'cases', entityId: String(doc.id), changes, at: doc.updatedAt },
  })
  return doc
}

/** Every deleted case leaves one entry with what it held. */
export const recordCaseDeletion: CollectionAfterDeleteHook = async ({ doc, id, req }) => {
  const changes = changedFields({ names: auditedNames, before: caseValuesOf(doc), after: {} })
  await recordAudit({ req, entry: { action: 'delete', entityType: 'cases', entityId: String(id), changes } })
}
