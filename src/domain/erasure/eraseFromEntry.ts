import type { AuditChange } from '../audit/auditEntry'
import type { StoredEntry } from '../audit/seals/canonicalEntry'
import type { ErasureTarget } from './erasureTarget'
import { withoutMentions } from './mentions'
import { type Person, personOf } from './person'

/**
 * The changes of an audit entry without what they say of a person; `null` when they say nothing. Of an entry on one of
 * their cases the names of the fields stay, so that it still tells who changed what and when.
 */
export function eraseFromEntry({
  entry: { entityType, entityId, changes },
  target,
}: {
  entry: StoredEntry
  target: ErasureTarget
}): AuditChange[] | null {
  if (entityType === 'cases' && target.caseIds.has(entityId))
    return changes.some(saysSomething) ? changes.map(emptied) : null
  const kept = changes.map((change) =>
    withoutMentions(change, target.mentions) === change ? change : emptied(change),
  )
  return kept.some((change, index) => change !== changes[index]) ? kept : null
}

/** The person that an entry on a case tells of, as far as it does. */
export function personOfEntry({ changes }: Pick<StoredEntry, 'changes'>): Person {
  return personOf(Object.fromEntries(changes.map((change) => [change.field, change.new ?? change.old])))
}

function saysSomething({ old, new: now }: AuditChange): boolean {
  return old !== null || now !== null
}

function emptied({ field }: AuditChange): AuditChange {
  return { field, old: null, new: null }
}
