import type { AuditEntry } from '../auditEntry'

/** An entry with the id it is stored under. */
export type StoredEntry = AuditEntry & { id: string }

/** What of an entry is sealed, as one text: the same for the same entry, whatever the order a database keeps its keys in. */
export function canonicalEntry({
  id,
  at,
  user,
  action,
  entityType,
  entityId,
  changes,
  ip,
  userAgent,
}: StoredEntry): string {
  return JSON.stringify([id, at, user, action, entityType, entityId, ip, userAgent, ordered(changes)])
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(ordered)
  if (value instanceof Date) return value.toISOString()
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  entries.sort(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(entries.map(([name, part]) => [name, ordered(part)]))
}
