import type { AuditHead, AuditSeal } from '../../domain/audit/seals/auditSeal'
import type { NotedHead } from '../../domain/audit/seals/verifySeals'
import type { AuditReplacement } from '../auditStore'
import { newId } from '../newId'
import { guard, isGuardFailure, isUniqueConflict } from './guard'
import { insertAudit } from './insertAudit'
import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'

type Place = { database: SqliteDatabase }

/** See `AuditStore.storeSeal`. */
export async function storeSeal({
  database,
  seal,
  before,
}: Place & { seal: AuditSeal; before: AuditHead }): Promise<'sealed' | 'moved'> {
  const { first, last, entries, hash, mark, sealedAt } = seal
  const ids = JSON.stringify(entries.map(({ id }) => id))
  const head = `(select number from audit_heads where name = 'head')`
  try {
    await database.writeTogether([
      guard({ condition: `coalesce(${head}, 0) = ?`, args: [before.number] }),
      {
        sql: 'insert into audit_seals (id, first, last, entries, hash, mark, sealed_at) values (?, ?, ?, ?, ?, ?, ?)',
        args: [newId(), first, last, JSON.stringify(entries), hash, mark, sealedAt],
      },
      {
        sql: 'update audit_log set seal = ? where seal is null and id in (select value from json_each(?))',
        args: [first, ids],
      },
      guard({
        condition: '(select count(*) from audit_log where seal = ?) = ?',
        args: [first, entries.length],
      }),
      moveHead({ number: last, hash, mark, sealedAt }),
    ])
    return 'sealed'
  } catch (error) {
    if (isGuardFailure(error) || isUniqueConflict(error)) return 'moved'
    throw error
  }
}

function moveHead({
  number,
  hash,
  mark,
  sealedAt,
}: Required<NotedHead> & { sealedAt: string }): SqlStatement {
  return {
    sql: `insert into audit_heads (id, name, number, hash, mark, sealed_at) values (?, 'head', ?, ?, ?, ?)
      on conflict (name) do update set number = excluded.number, hash = excluded.hash, mark = excluded.mark,
        sealed_at = excluded.sealed_at`,
    args: [newId(), number, hash, mark, sealedAt],
  }
}

/** See `AuditStore.auditHead`. */
export async function auditHead({ database }: Place): Promise<Required<NotedHead> | null> {
  const { rows } = await database.query(`select number, hash, mark from audit_heads where name = 'head'`)
  const [row] = rows
  return row ? { number: Number(row.number), hash: String(row.hash), mark: String(row.mark) } : null
}

/** See `AuditStore.auditSeals`. */
export async function auditSeals({
  database,
  after,
  limit,
}: Place & { after: number; limit: number }): Promise<AuditSeal[]> {
  const { rows } = await database.query(
    'select first, last, entries, hash, mark, sealed_at from audit_seals where first > ? order by first limit ?',
    [after, limit],
  )
  return rows.map((row) => ({
    first: Number(row.first),
    last: Number(row.last),
    entries: JSON.parse(String(row.entries)) as AuditSeal['entries'],
    hash: String(row.hash),
    mark: String(row.mark),
    sealedAt: String(row.sealed_at),
  }))
}

/** See `AuditStore.replaceAuditValues`. */
export async function replaceAuditValues({
  database,
  entries,
  seals,
  audit,
}: Place & AuditReplacement): Promise<'replaced'> {
  await database.writeAtLength([
    ...entries.map(({ id, changes }) => ({
      sql: 'update audit_log set changes = ? where id = ?',
      args: [JSON.stringify(changes), id],
    })),
    ...seals.map((seal) => ({
      sql: 'update audit_seals set entries = ? where first = ?',
      args: [JSON.stringify(seal.entries), seal.first],
    })),
    ...insertAudit({ database, audit }),
  ])
  return 'replaced'
}
