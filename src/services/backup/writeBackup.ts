import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { dataFolders } from '../../lib/dataFolders'
import type { Settings } from '../../lib/settings'
import { flushFolder } from '../../lib/wholeFile'
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
import { filesBelow } from './filesBelow'
import { secretMark } from './secretMark'
import { type AddToArchive, writeArchive } from './writeArchive'

/** What of the settings a backup depends on. */
export type BackupSettings = Pick<Settings, 'secret' | 'dataDir'>

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
 * Writes one archive of the database, as it was at one moment, and the files of `DATA_DIR`; the portal may go on. It has
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
  const noted = await sizesBelow(request.settings.dataDir, dataFolders.audit)
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
  /** How long the files were, before the database was read, that note how far the audit log is sealed. */
  noted: ReadonlyMap<string, number>
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
    await keepFiles({ dataDir: settings.dataDir, noted, keep })
    await add(manifestName, oneOf(Buffer.from(JSON.stringify(manifest, null, 2))))
  }
  await writeArchive({ path, fill })
  return manifest
}

type KeepingFiles = Pick<Writing, 'noted'> & {
  dataDir: string
  keep: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>
}

async function keepFiles({ dataDir, noted, keep }: KeepingFiles): Promise<void> {
  const { audit: _, ...others } = dataFolders
  for (const path of await filesBelow(dataDir, Object.values(others))) {
    const handle = await open(join(dataDir, path)).catch(goneMeanwhile)
    if (handle) await keep(filesFolder + path, handle.createReadStream())
  }
  // They only grow; what was noted after the database was read is not in it.
  for (const [path, size] of noted) {
    const handle = await open(join(dataDir, path)).catch(goneMeanwhile)
    if (handle) await keep(filesFolder + path, handle.createReadStream({ end: size - 1 }))
  }
}

async function sizesBelow(dataDir: string, folder: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  for (const path of await filesBelow(dataDir, [folder])) {
    const { size } = await stat(join(dataDir, path))
    if (size > 0) sizes.set(path, size)
  }
  return sizes
}

function goneMeanwhile(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
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
