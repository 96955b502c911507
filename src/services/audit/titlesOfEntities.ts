import type { CollectionSlug, Payload } from 'payload'
import type { AuditedType } from '../../domain/audit/auditEntry'
import type { StoredEntry } from '../../domain/audit/seals/canonicalEntry'

type Named = Readonly<Record<string, unknown>>

/** What things are called, from the fields that say so; of those of others their id has to do. */
const titles: Partial<Record<AuditedType, { fields: readonly string[]; title: (of: Named) => string }>> = {
  cases: { fields: ['fallId'], title: ({ fallId }) => String(fallId ?? '') },
  users: { fields: ['username'], title: ({ username }) => String(username ?? '') },
  imports: { fields: ['filename'], title: ({ filename }) => String(filename ?? '') },
  'allowed-domains': { fields: ['domain'], title: ({ domain }) => String(domain ?? '') },
  invitations: { fields: ['email'], title: ({ email }) => String(email ?? '') },
  mails: { fields: ['subject'], title: ({ subject }) => String(subject ?? '') },
  reports: { fields: ['jahr', 'kw', 'version'], title: weekTitle },
  'yearly-summaries': { fields: ['jahr', 'kw'], title: weekTitle },
}

function weekTitle({ jahr, kw, version }: Named): string {
  if (!jahr || !kw) return ''
  return version ? `KW ${kw}/${jahr}, Version ${version}` : `KW ${kw}/${jahr}`
}

/** What the things that entries are about are called, and whether they are still there, by `type id`. */
export async function titlesOfEntities({
  payload,
  entries,
}: {
  payload: Payload
  entries: readonly StoredEntry[]
}): Promise<Map<string, { title: string; isThere: boolean }>> {
  const found = new Map<string, { title: string; isThere: boolean }>()
  for (const entry of entries) noteTitleOf(entry, found)
  for (const [type, { fields, title }] of Object.entries(titles)) {
    const named = entries.filter(({ entityType }) => entityType === type)
    const ids = new Set(named.map(({ entityId }) => entityId))
    if (ids.size === 0) continue
    const { docs } = await payload.find({
      collection: type as CollectionSlug,
      where: { id: { in: [...ids] } },
      select: Object.fromEntries(fields.map((field) => [field, true])),
      pagination: false,
      depth: 0,
    })
    for (const doc of docs as unknown as (Named & { id: string })[])
      found.set(`${type} ${doc.id}`, { title: title(doc), isThere: true })
  }
  return found
}

/** What is gone is called what its own entry says. */
function noteTitleOf(
  { entityType, entityId, changes }: StoredEntry,
  found: Map<string, { title: string; isThere: boolean }>,
): void {
  const key = `${entityType} ${entityId}`
  const said = Object.fromEntries(changes.map((change) => [change.field, change.new ?? change.old]))
  const title = titles[entityType]?.title(said) ?? ''
  if (title !== '' || !found.has(key)) found.set(key, { title, isThere: false })
}
