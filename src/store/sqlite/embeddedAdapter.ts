import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { unfinishedWork } from '../backup/unfinishedWork'
import { deleteFound } from './deleteFound'
import { globOperators } from './globOperators'
import { keepCaseCounts } from './keepCaseCounts'
import { letOneWrite } from './oneWriter'
import type { EmbeddedParts, SqlClient } from './sqliteDatabase'
import { readUnfinishedFile } from './unfinishedFile'

type SqliteArgs = Parameters<typeof sqliteAdapter>[0]

/** Where the embedded database is (`file:…`), and how it comes to its present schema. */
export type EmbeddedDatabase = {
  uri: string
  migrations: NonNullable<SqliteArgs['prodMigrations']>
  migrationDir: string
}

/** SQLite's own 2 MB hold a hundredth of the indexes, and a bulk insert touches nearly all of their pages. */
const cacheKilobytes = 64_000
/** A bulk insert into 100,000 cases writes about 8,000 pages of 4 KB; it need not stop to move them several times. */
const pagesPerCheckpoint = 8_000
const busyTimeoutMs = 5_000

/** Payload's adapter of the embedded database, at the present schema and searching texts as MongoDB does. */
export function embeddedAdapter({ uri, migrations, migrationDir }: EmbeddedDatabase) {
  const database = sqliteAdapter({
    client: { url: uri },
    // In order of time, so that new rows lie together; see docs/decisions/010.
    idType: 'uuidv7',
    busyTimeout: busyTimeoutMs,
    migrationDir,
    prodMigrations: migrations,
    push: false,
    wal: true,
    // Payload's transactions lock the embedded database against itself; the store's bulk writes have their own.
    transactionOptions: false,
  })
  const init: typeof database.init = (args) => {
    const adapter = database.init(args)
    const { connect } = adapter
    const setUpConnection = async () => {
      await adapter.client.execute(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
      await adapter.client.execute('PRAGMA synchronous = FULL')
      await adapter.client.execute(`PRAGMA cache_size = -${cacheKilobytes}`)
      await adapter.client.execute(`PRAGMA wal_autocheckpoint = ${pagesPerCheckpoint}`)
    }
    Object.assign(adapter, {
      operators: { ...adapter.operators, ...globOperators },
      deleteOne: deleteFound(adapter),
      connect: async (options?: { hotReload?: boolean }) => {
        const note = readUnfinishedFile(uri)
        if (note) throw unfinishedWork(note)
        await connect?.call(adapter, options as never)
        const parts: EmbeddedParts = {
          oneWriter: letOneWrite(adapter.client as unknown as SqlClient),
          importProgress: new Map(),
          setUpConnection,
        }
        Object.assign(adapter, parts)
        await setUpConnection()
        // In production Payload has run them already.
        if (process.env.NODE_ENV !== 'production') await adapter.migrate({ migrations: migrations as never })
        await keepCaseCounts(adapter.client)
      },
    })
    return adapter
  }
  return { ...database, init }
}
