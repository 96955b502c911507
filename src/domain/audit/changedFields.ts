import type { AuditChange } from './auditEntry'
import { isDeepEqual } from './isDeepEqual'

/** The fields of `names` that differ, empty ones (absent, null, '') being alike; a false that was or becomes empty is no change. */
export function changedFields({
  names,
  before,
  after,
}: {
  names: readonly string[]
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}): AuditChange[] {
  const changes: AuditChange[] = []
  for (const field of names) {
    const old = emptyAsNull(before[field])
    const now = emptyAsNull(after[field])
    if (!isDeepEqual(old ?? false, now ?? false)) changes.push({ field, old, new: now })
  }
  return changes
}

function emptyAsNull(value: unknown): unknown {
  return value === undefined || value === '' ? null : value
}
