import type { Payload } from 'payload'
import type { SqliteDatabase } from './sqliteDatabase'

/** The migrations of this version that the database has not been through. */
export async function pendingMigrations({
  payload,
  database,
}: {
  payload: Payload
  database: SqliteDatabase
}): Promise<string[]> {
  const { prodMigrations = [] } = payload.db as { prodMigrations?: { name: string }[] }
  const { rows } = await database.query('select name from payload_migrations')
  const done = new Set(rows.map((row) => String(row.name)))
  return prodMigrations.map(({ name }) => name).filter((name) => !done.has(name))
}
