import { orderedKeys } from '../../orderedKeys'
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
  return JSON.stringify([id, at, user, action, entityType, entityId, ip, userAgent, orderedKeys(changes)])
}
