import type { CollectionSlug, Payload } from 'payload'
import { type DocumentWrite, writtenFields } from '../documentWrites'
import { newId } from '../newId'
import { guard, isGuardFailure, isUniqueConflict } from './guard'
import { insertRows } from './insertRows'
import { type SqliteDatabase, type SqlStatement, sqlValue } from './sqliteDatabase'

type Place = { payload: Payload; database: SqliteDatabase }

/** See `CaseStore.storeTogether`. */
export async function storeTogether({
  writes,
  ...place
}: Place & { writes: readonly DocumentWrite[] }): Promise<'stored' | 'conflict'> {
  try {
    await place.database.writeTogether(writes.flatMap((write) => [...statementsOf({ ...place, write })]))
    return 'stored'
  } catch (error) {
    if (isUniqueConflict(error) || isGuardFailure(error)) return 'conflict'
    throw error
  }
}

function statementsOf({
  payload,
  database,
  write,
}: Place & { write: DocumentWrite }): Iterable<SqlStatement> {
  const isNew = 'create' in write
  const slug = isNew ? write.create : write.update
  const { values } = writtenFields({ payload, slug, values: write.values, isNew })
  const table = tableOf(slug)
  if (!isNew) return updateRows({ database, table, values, write })
  const row = { id: newId(), ...values }
  const fields = Object.fromEntries(Object.entries(row).map(([field, value]) => [field, () => value]))
  return insertRows({ database, table, fields, rows: [null] })
}

function updateRows({
  database,
  table,
  values,
  write: { where, isRequired },
}: {
  database: SqliteDatabase
  table: string
  values: Readonly<Record<string, unknown>>
  write: Extract<DocumentWrite, { update: unknown }>
}): SqlStatement[] {
  const assigned = (fields: object) =>
    Object.keys(fields).map((field) => `"${database.column(table, field)}" = ?`)
  const condition = assigned(where).join(' and ')
  const args = Object.values(where).map(sqlValue)
  const there = guard({ condition: `select count(*) from "${table}" where ${condition}`, args })
  return [
    ...(isRequired ? [there] : []),
    {
      sql: `update "${table}" set ${assigned(values).join(', ')} where ${condition}`,
      args: [...Object.values(values).map(sqlValue), ...args],
    },
  ]
}

const tableOf = (slug: CollectionSlug) => slug.replaceAll('-', '_')
