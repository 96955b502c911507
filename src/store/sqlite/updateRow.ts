import { type SqliteDatabase, type SqlStatement, sqlValue } from './sqliteDatabase'

/** A statement that sets fields of one row. */
export function updateRow({
  database,
  table,
  id,
  row,
}: {
  database: SqliteDatabase
  table: string
  id: string
  row: Readonly<Record<string, unknown>>
}): SqlStatement {
  const fields = Object.keys(row)
  const set = fields.map((field) => `"${database.column(table, field)}" = ?`).join(', ')
  return {
    sql: `update "${table}" set ${set} where id = ?`,
    args: [...fields.map((field) => sqlValue(row[field])), id],
  }
}
