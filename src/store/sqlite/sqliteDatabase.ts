import type { Payload } from 'payload'
import { createTurns } from '../../lib/giveWay'
import type { ImportProgress } from '../importStore'
import type { OneWriter } from './oneWriter'
import { flushLog, moveLog, writeAnew } from './writeAheadLog'

export type SqlValue = string | number | null

export type SqlStatement = { sql: string; args: SqlValue[] }

type SqlRows = { rows: Record<string, unknown>[] }

/** libsql's client as far as the store uses it. */
export type SqlClient = {
  execute(statement: SqlStatement | string, args?: SqlValue[]): Promise<SqlRows>
  batch(statements: SqlStatement[], mode: 'write'): Promise<unknown>
  transaction(mode: 'write'): Promise<SqlTransaction>
}

type SqlTransaction = {
  execute(statement: SqlStatement): Promise<SqlRows>
  commit(): Promise<void>
  close(): void
}

/** What `embeddedAdapter` adds to Payload's adapter; it is one in the process, whoever asks. */
export type EmbeddedParts = {
  oneWriter: OneWriter
  /** Sets the pragmas of a connection, which a large transaction leaves behind new. */
  setUpConnection(): Promise<void>
  importProgress: Map<string, ImportProgress>
}

/** Payload's SQLite adapter as far as the store uses it. */
type SqliteAdapter = EmbeddedParts & {
  client: SqlClient
  tables: Record<string, Record<string, { name: string } | undefined>>
}

export type SqliteDatabase = {
  query(sql: string, args?: SqlValue[]): Promise<SqlRows>
  /** All statements in one transaction, without giving way to anyone else in this process; or none of them. */
  writeTogether(statements: SqlStatement[]): Promise<void>
  /**
   * All statements in one transaction, or none of them, giving way between them: others read what was before, and write
   * when it has ended. A statement is made when it is its turn.
   */
  writeAtLength(statements: Iterable<SqlStatement>): Promise<void>
  /** Writes the database's file anew without what was deleted, while writes wait. */
  forgetDeleted(): Promise<void>
  /** The column that holds a field of a collection's table. */
  column(table: string, field: string): string
  importProgress: Map<string, ImportProgress>
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
    writeAtLength: (statements) => adapter.oneWriter.alone(() => writeAtLength(adapter, statements)),
    forgetDeleted: () => adapter.oneWriter.alone(async () => writeAnew(await pathOf(adapter))),
    column: (table, field) => {
      const column = adapter.tables[table]?.[field]
      if (!column) throw new Error(`The table ${table} has no column for the field ${field}.`)
      return column.name
    },
    importProgress: adapter.importProgress,
  }
}

async function writeAtLength(adapter: SqliteAdapter, statements: Iterable<SqlStatement>): Promise<void> {
  const turn = createTurns()
  const path = await pathOf(adapter)
  const transaction = await beginAtLength(adapter)
  try {
    for (const statement of statements) {
      await transaction.execute(statement)
      await turn()
    }
    await flushLog(path)
    await transaction.commit()
  } finally {
    transaction.close()
  }
  // What is committed is committed: where no thread can be had, it is moved here.
  await moveLog(path).catch(() => adapter.client.execute('PRAGMA wal_checkpoint(PASSIVE)'))
}

async function pathOf({ client }: SqliteAdapter): Promise<string> {
  const { rows } = await client.execute(`select file from pragma_database_list where name = 'main'`)
  return String(rows[0]?.file)
}

/** Committing takes its time; moving what it has logged is left to a turn of its own. */
async function beginAtLength({ client, setUpConnection }: SqliteAdapter): Promise<SqlTransaction> {
  await client.execute('PRAGMA wal_autocheckpoint = 0')
  try {
    return await client.transaction('write')
  } finally {
    // The transaction keeps the connection; the client goes on with another.
    await setUpConnection()
  }
}

/** A value as SQLite stores it. */
export function sqlValue(value: unknown): SqlValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number' || typeof value === 'string') return value
  return JSON.stringify(value)
}
