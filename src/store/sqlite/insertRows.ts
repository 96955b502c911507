import type { SqliteDatabase, SqlStatement } from './sqliteDatabase'

/** How many rows one statement carries. */
const rowsPerStatement = 500

/**
 * Statements that insert rows of `field → value`, a block of rows each. A block travels as one JSON parameter:
 * binding every value of 45 columns by itself costs several times as much.
 */
export function insertRows({
  database,
  table,
  fields,
  rows,
}: {
  database: SqliteDatabase
  table: string
  fields: readonly string[]
  rows: readonly Readonly<Record<string, unknown>>[]
}): SqlStatement[] {
  const columns = fields.map((field) => `"${database.column(table, field)}"`).join(', ')
  const values = fields.map((_, index) => `json_extract(value, '$[${index}]')`).join(', ')
  const sql = `insert into "${table}" (${columns}) select ${values} from json_each(?)`
  const statements: SqlStatement[] = []
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const block = rows
      .slice(start, start + rowsPerStatement)
      .map((row) => fields.map((field) => row[field] ?? null))
    statements.push({ sql, args: [JSON.stringify(block)] })
  }
  return statements
}
