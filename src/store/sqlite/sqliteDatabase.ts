import type { Payload } from 'payload'

export type SqlValue = string | number | null

export type SqlStatement = { sql: string; args: SqlValue[] }

type SqlRows = { rows: Record<string, unknown>[] }

/** Payload's SQLite adapter as far as the store uses it. */
type SqliteAdapter = {
  client: {
    execute(statement: SqlStatement): Promise<SqlRows>
    batch(statements: SqlStatement[], mode: 'write'): Promise<unknown>
  }
  tables: Record<string, Record<string, { name: string } | undefined>>
}

export type SqliteDatabase = {
  query(sql: string, args?: SqlValue[]): Promise<SqlRows>
  /** All statements in one transaction, without giving way to anyone else in this process; or none of them. */
  writeTogether(statements: SqlStatement[]): Promise<void>
  /** The column that holds a field of a collection's table. */
  column(table: string, field: string): string
}

/** The embedded database behind Payload. */
export function sqliteDatabase(payload: Payload): SqliteDatabase {
  // Payload's types do not say which adapter runs; `storeOf` has looked at its name.
  const adapter = payload.db as unknown as SqliteAdapter
  return {
    query: (sql, args = []) => adapter.client.execute({ sql, args }),
    writeTogether: async (statements) => {
      await adapter.client.batch(statements, 'write')
    },
    column: (table, field) => {
      const column = adapter.tables[table]?.[field]
      if (!column) throw new Error(`The table ${table} has no column for the field ${field}.`)
      return column.name
    },
  }
}

/** A value as SQLite stores it. */
export function sqlValue(value: unknown): SqlValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number' || typeof value === 'string') return value
  return JSON.stringify(value)
}
