import type { Payload } from 'payload'
import { personOfEntry } from '../../domain/erasure/eraseFromEntry'
import { likenessOf, type Person } from '../../domain/erasure/person'
import { storeOf } from '../../store/storeOf'

const entriesAtOnce = 500

/** Cases of somebody that are there no more, with their Fall-IDs: what the audit log tells of them. */
export async function findDeletedCases({
  payload,
  persons,
}: {
  payload: Payload
  persons: readonly Person[]
}): Promise<{ caseIds: string[]; fallIds: string[] }> {
  const store = storeOf(payload)
  const texts = persons
    .flatMap(({ kvnr, geburtsdatum }) => [kvnr, geburtsdatum])
    .filter((text) => text !== null)
  const found = new Map<string, Set<string>>()
  let after: string | null = null
  while (texts.length > 0) {
    const entries = await store.entriesSaying({ texts, after, limit: entriesAtOnce })
    for (const entry of entries) {
      const told = personOfEntry(entry)
      if (!persons.some((person) => likenessOf(person, told) === 'certain')) continue
      const fallIds = found.get(entry.entityId) ?? new Set()
      found.set(entry.entityId, fallIds)
      for (const { field, old, new: now } of entry.changes)
        if (field === 'fallId') fallIds.add(String(now ?? old))
    }
    after = entries.at(-1)?.id ?? null
    if (entries.length < entriesAtOnce) break
  }
  for (const { id } of await store.findByIds([...found.keys()])) found.delete(id)
  return { caseIds: [...found.keys()], fallIds: [...found.values()].flatMap((fallIds) => [...fallIds]) }
}
