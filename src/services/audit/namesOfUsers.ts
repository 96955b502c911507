import type { Payload } from 'payload'
import type { AuditChange } from '../../domain/audit/auditEntry'

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

async function namesOfDeleted({ payload, ids }: { payload: Payload; ids: readonly string[] }) {
  if (ids.length === 0) return []
  const { docs } = await payload.db.find<{ id: string; entityId: string; changes: AuditChange[] | null }>({
    collection: 'audit-log',
    where: { and: [{ entityId: { in: ids } }, { action: { equals: 'delete' } }] },
    pagination: false,
  })
  return docs.flatMap(({ entityId, changes }) => {
    const name = changes?.find(({ field }) => field === 'username')?.old
    return typeof name === 'string' ? [[entityId, name] as const] : []
  })
}
