import type { FoundEntry } from '../../domain/audit/seals/verifySeals'
import type { AuditFilter } from '../auditStore'
import type { MongoDatabase } from './mongoDatabase'

type Place = { database: MongoDatabase }
type Filter = Record<string, unknown>

/** See `AuditStore.unsealedEntries`. Ids are in order of time. */
export async function unsealedEntries({ database, limit }: Place & { limit: number }): Promise<FoundEntry[]> {
  return entriesWhere({ database, filter: { seal: null }, limit })
}

/** See `AuditStore.countUnsealed`. */
export function countUnsealed({ database }: Place): Promise<number> {
  return database.collection('audit-log').countDocuments({ seal: null })
}

/** See `AuditStore.entriesSealedIn`. */
export function entriesSealedIn({
  database,
  from,
  to,
  limit,
}: Place & { from: number; to: number | null; limit: number }): Promise<FoundEntry[]> {
  return entriesWhere({
    database,
    filter: { seal: { $gte: from, ...(to === null ? {} : { $lte: to }) } },
    limit,
  })
}

/** See `AuditStore.auditEntriesOf`. */
export function auditEntriesOf({ database, ids }: Place & { ids: readonly string[] }): Promise<FoundEntry[]> {
  const filter = { _id: { $in: [...ids] } }
  return entriesWhere({ database, filter, limit: ids.length })
}

/** See `ErasureStore.entriesSaying`. */
export async function entriesSaying({
  database,
  texts,
  after,
  limit,
}: Place & { texts: readonly string[]; after: string | null; limit: number }): Promise<FoundEntry[]> {
  const said = { $in: [...texts] }
  const documents = await database
    .collection('audit-log')
    .find(
      {
        ...(after === null ? {} : { _id: { $gt: after } }),
        entityType: 'cases',
        $or: [{ 'changes.new': said }, { 'changes.old': said }],
      },
      { limit },
    )
    .sort({ _id: 1 })
    .toArray()
  return documents.map(entryOf)
}

type Filtered = Place & { filter: AuditFilter }

/** See `AuditStore.auditPage`. */
export async function auditPage({
  database,
  filter,
  start,
  limit,
}: Filtered & { start: number; limit: number }): Promise<FoundEntry[]> {
  const documents = await database
    .collection('audit-log')
    .find(conditionOf(filter), { sort: { at: -1 }, skip: start, limit })
    .toArray()
  return documents.map(entryOf)
}

/** See `AuditStore.auditIds`. */
export async function auditIds({ database, filter, limit }: Filtered & { limit: number }): Promise<string[]> {
  const documents = await database
    .collection('audit-log')
    .find(conditionOf(filter), { sort: { at: -1 }, projection: { _id: 1 }, limit })
    .toArray()
  return documents.map(({ _id }) => String(_id))
}

/** See `AuditStore.countAudit`. */
export function countAudit({ database, filter, limit }: Filtered & { limit: number }): Promise<number> {
  return database.collection('audit-log').countDocuments(conditionOf(filter), { limit })
}

function conditionOf({ user, from, until, ...equal }: AuditFilter): Filter {
  const given = Object.entries(equal).filter(([, value]) => value !== undefined)
  const span = { ...(from ? { $gte: new Date(from) } : {}), ...(until ? { $lt: new Date(until) } : {}) }
  return {
    ...Object.fromEntries(given),
    ...(user === undefined ? {} : { user }),
    ...(from || until ? { at: span } : {}),
  }
}

async function entriesWhere({
  database,
  filter,
  limit,
}: Place & { filter: Filter; limit: number }): Promise<FoundEntry[]> {
  const documents = await database.collection('audit-log').find(filter, { limit }).toArray()
  return documents.map(entryOf)
}

/** An entry as its document has it. */
function entryOf({ _id, ...document }: Record<string, unknown>): FoundEntry {
  const entry = document as unknown as Partial<FoundEntry> & FoundEntry
  return {
    id: String(_id),
    at: new Date(entry.at).toISOString(),
    // Entries of earlier versions have the account as an id of the database.
    user: textOf(entry.user),
    action: entry.action,
    entityType: entry.entityType,
    entityId: entry.entityId,
    changes: entry.changes ?? [],
    ip: textOf(entry.ip),
    userAgent: textOf(entry.userAgent),
    seal: entry.seal ?? null,
  }
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}
