import type { AuditAction, AuditedType } from '../../domain/audit/auditEntry'
import type { FoundEntry } from '../../domain/audit/seals/verifySeals'
import type { AuditFilter } from '../auditStore'
import { auditCondition } from './auditCondition'
import type { SqliteDatabase, SqlValue } from './sqliteDatabase'

type Place = { database: SqliteDatabase }

/** See `AuditStore.unsealedEntries`. Rows of the same seal, here none, lie in their index as they were inserted. */
export function unsealedEntries({ database, limit }: Place & { limit: number }): Promise<FoundEntry[]> {
  return entriesWhere({ database, condition: 'seal is null order by rowid limit ?', args: [limit] })
}

/** See `AuditStore.countUnsealed`. */
export async function countUnsealed({ database }: Place): Promise<number> {
  const { rows } = await database.query('select count(*) as count from audit_log where seal is null')
  return Number(rows[0]?.count)
}

/** See `AuditStore.entriesSealedIn`. */
export function entriesSealedIn({
  database,
  from,
  to,
  limit,
}: Place & { from: number; to: number | null; limit: number }): Promise<FoundEntry[]> {
  const end = to ?? Number.MAX_SAFE_INTEGER
  return entriesWhere({ database, condition: 'seal >= ? and seal <= ? limit ?', args: [from, end, limit] })
}

/** See `AuditStore.auditEntriesOf`. */
export function auditEntriesOf({ database, ids }: Place & { ids: readonly string[] }): Promise<FoundEntry[]> {
  return entriesWhere({
    database,
    condition: 'id in (select value from json_each(?))',
    args: [JSON.stringify(ids)],
  })
}

/** See `ErasureStore.entriesSaying`. */
export function entriesSaying({
  database,
  texts,
  after,
  limit,
}: Place & { texts: readonly string[]; after: string | null; limit: number }): Promise<FoundEntry[]> {
  const says = 'exists (select 1 from json_each(?) as said where instr(changes, said.value) > 0)'
  return entriesWhere({
    database,
    condition: `id > ? and entity_type = 'cases' and ${says} order by id limit ?`,
    args: [after ?? '', JSON.stringify(texts), limit],
  })
}

type Filtered = Place & { filter: AuditFilter }

/** See `AuditStore.auditPage`. Entries of one instant lie in the indexes as they were inserted. */
export async function auditPage({
  database,
  filter,
  start,
  limit,
}: Filtered & { start: number; limit: number }): Promise<FoundEntry[]> {
  const { condition, args } = await auditCondition({ database, filter })
  return entriesWhere({
    database,
    condition: `${condition} order by at desc, rowid desc limit ? offset ?`,
    args: [...args, limit, start],
  })
}

/** See `AuditStore.auditIds`. One row for all ids, for a row costs the client more than reading it. */
export async function auditIds({ database, filter, limit }: Filtered & { limit: number }): Promise<string[]> {
  const { condition, args } = await auditCondition({ database, filter })
  const { rows } = await database.query(
    `select json_group_array(id) as ids
      from (select id from audit_log where ${condition} order by at desc, rowid desc limit ?)`,
    [...args, limit],
  )
  return JSON.parse(String(rows[0]?.ids)) as string[]
}

/** See `AuditStore.countAudit`. */
export async function countAudit({ database, filter, limit }: Filtered & { limit: number }): Promise<number> {
  const { condition, args } = await auditCondition({ database, filter })
  const { rows } = await database.query(
    `select count(*) as count from (select 1 from audit_log where ${condition} limit ?)`,
    [...args, limit],
  )
  return Number(rows[0]?.count)
}

async function entriesWhere({
  database,
  condition,
  args,
}: Place & { condition: string; args: SqlValue[] }): Promise<FoundEntry[]> {
  const { rows } = await database.query(
    `select id, at, user, action, entity_type, entity_id, changes, ip, user_agent, seal from audit_log
      where ${condition}`,
    args,
  )
  return rows.map(entryOf)
}

function entryOf(row: Record<string, unknown>): FoundEntry {
  return {
    id: String(row.id),
    at: String(row.at),
    user: textOf(row.user),
    action: String(row.action) as AuditAction,
    entityType: String(row.entity_type) as AuditedType,
    entityId: String(row.entity_id),
    changes: row.changes === null ? [] : (JSON.parse(String(row.changes)) as FoundEntry['changes']),
    ip: textOf(row.ip),
    userAgent: textOf(row.user_agent),
    seal: row.seal === null ? null : Number(row.seal),
  }
}

function textOf(value: unknown): string | null {
  return value === null ? null : String(value)
}
