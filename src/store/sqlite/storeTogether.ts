import type { CollectionSlug, Payload } from 'payload'
import { type DocumentWrite, writtenFields } from '../documentWrites'
import { newId } from '../newId'
import { guard, isGuardFailure, isUniqueConflict } from './guard'
import { insertRows } from './insertRows'
import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'
import { conditionOf, updateRows } from './updateRow'

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
  if (!isNew) {
    const there = conditionOf({ database, table, where: write.where })
    const isThere = `select count(*) from "${table}" where ${there.sql}`
    return [
      ...(write.isRequired ? [guard({ condition: isThere, args: there.args })] : []),
      updateRows({ database, table, row: values, where: write.where }),
    ]
  }
  const row = { id: newId(), ...values }
  const fields = Object.fromEntries(Object.entries(row).map(([field, value]) => [field, () => value]))
  return insertRows({ database, table, fields, rows: [null] })
}

const tableOf = (slug: CollectionSlug) => slug.replaceAll('-', '_')
