import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Client, createClient } from '@libsql/client'
import { BackupFailure } from '../backup/backupFailure'
import type { DatabaseCopy, DatabaseSnapshot, PartSource } from '../backup/databaseCopy'
import { databasePath } from './databasePath'
import { readUnfinishedFile, writeUnfinishedFile } from './unfinishedFile'

const partName = 'portal.db'
const busyTimeoutMs = 5_000

/** The embedded database as backups see it: one part, the file that `VACUUM INTO` makes. */
export function sqliteCopy(uri: string): DatabaseCopy {
  const path = databasePath(uri)
  return {
    kind: 'sqlite',
    isThere: async () => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0,
    snapshot: (scratch) => snapshot({ path, scratch }),
    ensureUnused: async () => {
      if (existsSync(path)) await using(path, (client) => ensureNobodyElse({ client, path }))
    },
    clear: () => clear(path),
    replace: (source) => replace({ path, source }),
    noteUnfinished: async (note) => writeUnfinishedFile({ uri, note }),
    unfinished: async () => readUnfinishedFile(uri),
    close: async () => undefined,
  }
}

async function snapshot({ path, scratch }: { path: string; scratch: string }): Promise<DatabaseSnapshot> {
  // Made before SQLite writes it, so that nobody else can read it even for a moment.
  await (await open(scratch, 'wx', 0o600)).close()
  await using(path, async (client) => {
    await client.execute(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
    await client.execute({ sql: 'VACUUM INTO ?', args: [scratch] })
  })
  return {
    parts: [{ name: partName, read: () => createReadStream(scratch) }],
    counts: await using(scratch, countRows),
    migrations: await using(scratch, migrationsOf),
    close: () => rm(scratch, { force: true }),
  }
}

async function replace({ path, source }: { path: string; source: PartSource }) {
  if (source.names.length !== 1 || source.names[0] !== partName)
    throw new BackupFailure(`The backup has ${source.names.join(', ')} where ${partName} belongs.`)
  const staged = `${path}.restored`
  await mkdir(dirname(path), { recursive: true })
  try {
    await pipeline(source.read(partName), createWriteStream(staged, { mode: 0o600, flush: true }))
    const counts = await using(staged, checked)
    await removeLogs(path)
    await rename(staged, path)
    return counts
  } finally {
    await rm(staged, { force: true })
  }
}

async function clear(path: string): Promise<void> {
  await removeLogs(path)
  await rm(path, { force: true })
}

/** They belong to the database that goes; SQLite would take what is in them over into the new one. */
async function removeLogs(path: string): Promise<void> {
  for (const log of ['-wal', '-shm']) await rm(path + log, { force: true })
}

/** Leaving WAL needs the database for oneself, and moves what is in the log into the file. */
async function ensureNobodyElse({ client, path }: { client: Client; path: string }): Promise<void> {
  await client.execute(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
  const mode = await client.execute('PRAGMA journal_mode = DELETE').then(
    ({ rows }) => String(rows[0]?.journal_mode),
    () => 'locked',
  )
  if (mode !== 'delete')
    throw new BackupFailure(`${path} is in use. Stop the portal (and its workers) and try again.`)
}

async function checked(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.execute('PRAGMA integrity_check')
  const [verdict] = rows.map((row) => String(row.integrity_check))
  if (verdict !== 'ok') throw new BackupFailure(`The database in the backup is damaged: ${verdict}`)
  return countRows(client)
}

async function countRows(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.execute(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`,
  )
  const counts: Record<string, number> = {}
  for (const table of rows.map((row) => String(row.name))) {
    const counted = await client.execute(`select count(*) as count from "${table.replaceAll('"', '""')}"`)
    counts[table] = Number(counted.rows[0]?.count)
  }
  return counts
}

async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.execute('select name from payload_migrations where batch > 0 order by id')
  return rows.map((row) => String(row.name))
}

async function using<T>(path: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = createClient({ url: `file:${path}` })
  try {
    return await work(client)
  } finally {
    client.close()
  }
}
