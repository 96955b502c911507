import { type SqliteDatabase, type SqlStatement, sqlValue } from './sqliteDatabase'

/** How many rows one statement carries. */
export const rowsPerStatement = 500

/** What a row puts into each field's column. */
export type FieldsOf<Row> = Readonly<Record<string, (row: Row) => unknown>>

type Insertion<Row> = {
  database: SqliteDatabase
  table: string
  fields: FieldsOf<Row>
  rows: readonly Row[]
}

/**
 * Statements that insert rows, a block of rows each, made one after the other as they are asked for. What is the same in every row of a block is bound once, the rest
 * travels as one JSON parameter: binding 45 columns of every row costs several times as much.
 */
export function* insertRows<Row>({ rows, ...into }: Insertion<Row>): Generator<SqlStatement> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    yield insertBlock({ ...into, rows: rows.slice(start, start + rowsPerStatement) })
  }
}

function insertBlock<Row>({ database, table, fields, rows }: Insertion<Row>): SqlStatement {
  const [first] = rows as [Row]
  const entries = Object.entries(fields)
  const same: typeof entries = []
  const varying: typeof entries = []
  for (const entry of entries) {
    const [, read] = entry
    const value = read(first)
    const kind = rows.every((row) => read(row) === value) ? same : varying
    kind.push(entry)
  }
  const columns = [...same, ...varying].map(([field]) => `"${database.column(table, field)}"`).join(', ')
  const values = [...same.map(() => '?'), ...varying.map((_, index) => `json_extract(value, '$[${index}]')`)]
  const block = rows.map((row) => varying.map(([, read]) => read(row) ?? null))
  return {
    sql: `insert into "${table}" (${columns}) select ${values.join(', ')} from json_each(?)`,
    args: [...same.map(([, read]) => sqlValue(read(first))), JSON.stringify(block)],
  }
}
