import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createFiles, type FilesPlace } from '../../files/createFiles'
import type { StoredFile } from '../../files/fileFolder'
import { type DataFolder, dataFolders } from '../../lib/dataFolders'
import type { Settings } from '../../lib/settings'
import { flushFolder, unfinishedNameOf } from '../../lib/wholeFile'
import { BackupFailure } from '../../store/backup/backupFailure'
import type { DatabaseCopy, DatabaseSnapshot } from '../../store/backup/databaseCopy'
import { unfinishedWork } from '../../store/backup/unfinishedWork'
import {
  type BackupManifest,
  type BackupPart,
  databaseFolder,
  filesFolder,
  manifestName,
} from './backupManifest'
import { secretMark } from './secretMark'
import { type AddToArchive, writeArchive } from './writeArchive'

/** What of the settings a backup depends on. */
export type BackupSettings = Pick<Settings, 'secret'> & FilesPlace

export type BackupRequest = {
  copy: DatabaseCopy
  settings: BackupSettings
  /** Where the backup is written; nothing may be there yet. */
  file: string
  /** The portal's version. */
  portal: string
  now: Date
  /** Is told of each part as it is written. */
  say: (part: BackupPart) => void
}

const unfinished = '.unfinished'
/** A backup that wrote nothing for so long has ended with its process. */
const leftAfterMs = 24 * 60 * 60_000

/**
 * Writes one archive of the database, as it was at one moment, and the files, wherever they are; the portal may go on. It has
 * its name only when it is whole and on the disk. Throws `BackupFailure`.
 */
export async function writeBackup(request: BackupRequest): Promise<BackupManifest> {
  const { copy, file } = request
  if (existsSync(file)) throw new BackupFailure(`${file} exists already. Give the backup another name.`)
  const note = await copy.unfinished()
  if (note) throw unfinishedWork(note)
  if (!(await copy.isThere())) throw new BackupFailure('There is nothing in the database to back up.')
  return writeBackupFile(request)
}

/** The same without asking whether there should be one. */
export async function writeBackupFile(request: BackupRequest): Promise<BackupManifest> {
  const { copy, file, now } = request
  await mkdir(dirname(file), { recursive: true })
  await removeLeftBehind({ folder: dirname(file), now })
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}${unfinished}`)
  const noted = await createFiles(request.settings).audit.list()
  const snapshot = await copy.snapshot(`${temporary}.db${unfinished}`)
  try {
    const manifest = await writeParts({ request, snapshot, noted, path: temporary })
    await rename(temporary, file)
    await flushFolder(dirname(file))
    return manifest
  } finally {
    await snapshot.close()
    await rm(temporary, { force: true })
  }
}

type Writing = {
  request: BackupRequest
  snapshot: DatabaseSnapshot
  /** The files, as they were before the database was read, that note how far the audit log is sealed. */
  noted: readonly StoredFile[]
  path: string
}

async function writeParts({ request, snapshot, noted, path }: Writing): Promise<BackupManifest> {
  const { copy, settings, portal, now, say } = request
  const parts: BackupPart[] = []
  const manifest: BackupManifest = {
    format: 1,
    portal,
    createdAt: now.toISOString(),
    database: copy.kind,
    migrations: [...snapshot.migrations],
    secret: secretMark(settings.secret),
    counts: snapshot.counts,
    parts,
  }
  const fill = async (add: AddToArchive) => {
    const keep = async (name: string, bytes: AsyncIterable<Uint8Array>) => {
      const part = { name, ...(await add(name, bytes)) }
      parts.push(part)
      say(part)
    }
    for (const part of snapshot.parts) await keep(databaseFolder + part.name, part.read())
    // After the database, so that a file is there for each entry that is.
    await keepFiles({ settings, noted, keep })
    await add(manifestName, oneOf(Buffer.from(JSON.stringify(manifest, null, 2))))
  }
  await writeArchive({ path, fill })
  return manifest
}

type KeepingFiles = Pick<Writing, 'noted'> & {
  settings: BackupSettings
  keep: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>
}

async function keepFiles({ settings, noted, keep }: KeepingFiles): Promise<void> {
  const files = createFiles(settings)
  const keepAll = async (folder: DataFolder, stored: readonly StoredFile[]) => {
    for (const file of stored) {
      const bytes = await file.read()
      if (bytes) await keep(`${filesFolder}${dataFolders[folder]}/${nameInBackup(file)}`, bytes)
    }
  }
  await keepAll('mail', await files.mail.list())
  await keepAll('reports', await files.reports.list())
  // They only grow; what was noted after the database was read is not in it.
  await keepAll(
    'audit',
    noted.filter(({ bytes }) => bytes > 0),
  )
}

/** In backups files are called as on the disk, wherever they are from and go to. */
function nameInBackup({ name, isBegun }: StoredFile): string {
  return isBegun ? unfinishedNameOf(name) : name
}

async function* oneOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** What a backup that was killed had written. */
async function removeLeftBehind({ folder, now }: { folder: string; now: Date }): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('.') || !name.endsWith(unfinished)) continue
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    if (now.getTime() - mtimeMs > leftAfterMs) await rm(path, { force: true })
  }
}
