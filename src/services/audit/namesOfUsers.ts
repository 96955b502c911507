import type { Payload } from 'payload'
import { storeOf } from '../../store/storeOf'

/** The names of accounts by their ids; of those that are deleted, as the entry of the deletion has it. */
export async function namesOfUsers({
  payload,
  ids,
}: {
  payload: Payload
  ids: readonly string[]
}): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { in: wanted } },
    select: { username: true },
    pagination: false,
    depth: 0,
  })
  const names = new Map(docs.map(({ id, username }) => [String(id), username]))
  const gone = wanted.filter((id) => !names.has(id))
  for (const [id, name] of await namesOfDeleted({ payload, ids: gone })) names.set(id, name)
  return names
}

/** One after the other, each through the index of what an entry is about: a page names few that are gone. */
async function namesOfDeleted({ payload, ids }: { payload: Payload; ids: readonly string[] }) {
  const names: [string, string][] = []
  for (const entityId of ids) {
    const filter = { entityId, entityType: 'users', action: 'delete' } as const
    const [entry] = await storeOf(payload).auditPage({ filter, start: 0, limit: 1 })
    const name = entry?.changes.find(({ field }) => field === 'username')?.old
    if (typeof name === 'string') names.push([entityId, name])
  }
  return names
}
