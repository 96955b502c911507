import { mkdir, open, rm } from 'node:fs/promises'
import type { DatabaseSnapshot } from '../../store/backup/databaseCopy'
import { openDatabaseCopy } from '../../store/backup/openDatabaseCopy'
import { unfinishedWork } from '../../store/backup/unfinishedWork'
import { databasePath } from '../../store/sqlite/databasePath'
import { measured } from '../backup/measured'
import { placeName } from './placeName'
import { TransferFailure } from './transferFailure'

/** The copy that is carried, and a SHA-256 of the database as it was, the same as long as nothing in it changes. */
export type SourceCopy = { uri: string; state: string; remove(): Promise<void> }

type Copying = { from: string; knownMigrations: readonly string[] }

/**
 * Copies the embedded database of a stopped portal beside itself. What is carried is read from the copy, which can be
 * brought to the present schema; the database itself is left as it is. Throws `TransferFailure` or `BackupFailure`.
 */
export async function copySource({ from, knownMigrations }: Copying): Promise<SourceCopy> {
  const source = await openDatabaseCopy(from)
  await ensureThere(from)
  const note = await source.unfinished()
  if (note) throw unfinishedWork(note)
  const folder = `${databasePath(from)}.transfer`
  const uri = `file:${folder}/portal.db`
  const copy = await openDatabaseCopy(uri)
  // Another transfer has it open; one that was killed has not.
  await copy.ensureUnused()
  const remove = () => rm(folder, { recursive: true, force: true })
  await remove()
  await source.ensureUnused()
  await mkdir(folder, { mode: 0o700 })
  try {
    const snapshot = await source.snapshot(`${folder}/snapshot.db`).catch((error: Error) => {
      throw new TransferFailure(
        `${placeName(from)} cannot be read as the database of a portal: ${error.message}`,
      )
    })
    ensureKnown({ from, snapshot, knownMigrations })
    let state = ''
    await copy.replace({
      names: snapshot.parts.map(({ name }) => name),
      read: (name) =>
        measured(partOf(snapshot, name).read(), ({ sha256 }) => {
          state = sha256
        }),
    })
    await snapshot.close()
    return { uri, state, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

const headOfSqlite = 'SQLite format 3\0'

async function ensureThere(from: string): Promise<void> {
  const file = await open(databasePath(from)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new TransferFailure(`${placeName(from)} is not there.`)
    throw error
  })
  const { buffer } = await file.read(Buffer.alloc(headOfSqlite.length), 0, headOfSqlite.length, 0)
  await file.close()
  if (buffer.toString('latin1') !== headOfSqlite)
    throw new TransferFailure(`${placeName(from)} is no SQLite database.`)
}

function ensureKnown({
  from,
  snapshot,
  knownMigrations,
}: Copying & { snapshot: Pick<DatabaseSnapshot, 'migrations'> }): void {
  const newer = snapshot.migrations.find((name) => !knownMigrations.includes(name))
  if (newer)
    throw new TransferFailure(
      `${placeName(from)} is of a newer portal (migration ${newer}). Install that version first.`,
    )
}

function partOf({ parts }: DatabaseSnapshot, name: string) {
  const part = parts.find((candidate) => candidate.name === name)
  if (!part) throw new Error(`There is no part ${name}.`)
  return part
}
