import type { AuditEntry } from '../../audit/auditEntry'
import type { CaseValue, CaseValues } from '../../cases/caseValues'
import type { StoredCase } from '../planItem'
import { syncFields } from './readSyncRow'
import { comparableValue } from './syncCell'

/** What the audit log tells of one change of a case. */
export type CaseHistory = readonly Pick<AuditEntry, 'at' | 'changes'>[]

/**
 * A case as it was at a version, by taking the audited changes since back one by one; `null` where the log cannot tell:
 * without the version, or where an entry is missing between it and what is stored now.
 */
export function caseAtStand({
  found,
  stand,
  history,
}: {
  found: StoredCase
  stand: string | null
  history: CaseHistory
}): CaseValues | null {
  if (stand === null) return null
  if (stand === found.updatedAt) return found.values
  const later = history.filter(({ at }) => at > stand).sort((left, right) => (left.at < right.at ? 1 : -1))
  if (!isWhole({ later, stand, updatedAt: found.updatedAt })) return null
  const values: CaseValues = { ...found.values }
  for (const { changes } of later) {
    for (const change of changes) if (!takeBack({ values, change })) return null
  }
  return values
}

/** An undone import gives its cases an earlier version back; any other version has an entry of its own. */
function isWhole({
  later,
  stand,
  updatedAt,
}: {
  later: CaseHistory
  stand: string
  updatedAt: string
}): boolean {
  if (later.length === 0) return false
  return updatedAt < stand || later.some(({ at }) => at === updatedAt)
}

/** Fields without a column are nobody's question here. */
function takeBack({
  values,
  change,
}: {
  values: CaseValues
  change: AuditEntry['changes'][number]
}): boolean {
  const field = syncFields.find((name) => name === change.field)
  if (!field) return true
  const now = comparableValue({ field, value: values[field] })
  if (now !== comparableValue({ field, value: change.new as CaseValue })) return false
  values[field] = change.old as CaseValue
  return true
}
