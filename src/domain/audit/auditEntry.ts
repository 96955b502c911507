import { isDeepEqual } from './isDeepEqual'

/** What the audit log knows of (SPEC §2). */
export const auditActions = ['create', 'update', 'delete', 'login', 'import', 'undo', 'report'] as const
export type AuditAction = (typeof auditActions)[number]

/** A changed field, old → new. */
export type AuditChange = { field: string; old: unknown; new: unknown }

/** An entry before it is stored. `at` is an ISO instant, `user` an id. */
export type AuditEntry = {
  at: string
  user: string | null
  action: AuditAction
  entityType: string
  entityId: string
  changes: AuditChange[]
  ip: string | null
  userAgent: string | null
}

/** The fields of `names` that differ, empty ones (absent, null, '') being alike; a false that was absent is no change. */
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
    if (!isDeepEqual(old, now) && !(old === null && now === false)) changes.push({ field, old, new: now })
  }
  return changes
}

function emptyAsNull(value: unknown): unknown {
  return value === undefined || value === '' ? null : value
}
