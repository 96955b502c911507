import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { dataFolders } from '../../lib/dataFolders'
import { BackupFailure } from '../../store/backup/backupFailure'
import type { DatabaseCopy } from '../../store/backup/databaseCopy'
import { unfinishedWork } from '../../store/backup/unfinishedWork'
import { type BackupManifest, databaseFolder, filesFolder } from './backupManifest'
import { type Backup, ensureWhole, openBackup } from './openBackup'
import { emptyFiles, hasNoFiles, putFiles } from './putFiles'
import { secretMark } from './secretMark'
import { type BackupRequest, type BackupSettings, writeBackupFile } from './writeBackup'

export type RestoreRequest = BackupRequest & {
  /** What is there already is replaced, after it has been backed up beside the file. */
  isReplacing: boolean
  /** Second factors and logins of a portal with another `PAYLOAD_SECRET` are worthless; that is accepted. */
  isOtherSecretFine: boolean
  /** The migrations that this version has. */
  knownMigrations: readonly string[]
}

/** `kept`: the backup of what has been replaced, if there was anything. */
export type Restored = { manifest: BackupManifest; kept: string | null }

/**
 * Puts a backup into an empty place, or in the place of what is there. Everything that can be wrong with the file is
 * looked for before anything is touched; what fails later is taken back. Throws `BackupFailure`.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const backup = await openBackup(request.file)
  try {
    ensureFits({ request, manifest: backup.manifest })
    await ensureWhole(backup)
    return { manifest: backup.manifest, kept: await putInPlace({ request, backup }) }
  } finally {
    backup.close()
  }
}

function ensureFits({ request, manifest }: { request: RestoreRequest; manifest: BackupManifest }): void {
  const { copy, file, settings, knownMigrations, isOtherSecretFine } = request
  if (manifest.database !== copy.kind)
    throw new BackupFailure(`${file} is of ${manifest.database}, but DATABASE_URI names ${copy.kind}.`)
  const places = [databaseFolder, ...Object.values(dataFolders).map((folder) => `${filesFolder}${folder}/`)]
  const strange = manifest.parts.find(({ name }) => !places.some((place) => name.startsWith(place)))
  if (strange) throw new BackupFailure(`${file} holds ${strange.name}, for which this version has no place.`)
  const newer = manifest.migrations.find((name) => !knownMigrations.includes(name))
  if (newer)
    throw new BackupFailure(
      `${file} is of a newer portal (${manifest.portal}, migration ${newer}). Install that version first.`,
    )
  if (manifest.secret !== secretMark(settings.secret) && !isOtherSecretFine)
    throw new BackupFailure(
      `${file} was made with another PAYLOAD_SECRET, without which no second factor can be read. Set PAYLOAD_SECRET to ` +
        'it (or put the file `secret` of its DATA_DIR into this one), or restore with --other-secret and reset the ' +
        'second factors of everyone.',
    )
}

async function putInPlace({ request, backup }: { request: RestoreRequest; backup: Backup }) {
  const { copy, file, settings, now, isReplacing } = request
  const interrupted = await copy.unfinished()
  if (interrupted?.work === 'transfer') throw unfinishedWork(interrupted)
  const isEmpty = !interrupted && (await hasNoFiles(settings)) && !(await copy.isThere())
  if (!isEmpty && !isReplacing)
    throw new BackupFailure(
      'There is a portal here already. To put the backup in its place, stop the portal and add --replace.',
    )
  const kept = interrupted ? interrupted.kept : isEmpty ? null : nameOfKept(request)
  // Before anyone is looked for, so that no portal starts after that.
  await copy.noteUnfinished({ work: 'restore', file: resolve(file), kept, since: now.toISOString() })
  try {
    await copy.ensureUnused()
    if (kept && !existsSync(kept)) await keepPresent({ request, kept })
  } catch (error) {
    if (!interrupted) await copy.noteUnfinished(null)
    throw error
  }
  try {
    await put({ copy, settings, backup })
  } catch (error) {
    await takeBack({ request, kept, error })
  }
  await copy.noteUnfinished(null)
  return kept
}

/** Beside the backup that is restored, where there is room for such files. */
function nameOfKept({ file, now }: RestoreRequest): string {
  return resolve(dirname(file), `before-restore-${now.toISOString().replace(/[:.]/g, '-')}.zip`)
}

/** Backs up what is about to be replaced; nothing has been so far. */
async function keepPresent({ request, kept }: { request: RestoreRequest; kept: string }): Promise<void> {
  try {
    await writeBackupFile({ ...request, file: kept })
  } catch (error) {
    throw new BackupFailure(
      `What is there cannot be kept as ${kept}, so nothing was replaced: ${messageOf(error)} If it is damaged, move ` +
        'the database and the files (folders of DATA_DIR, or of the bucket) away by hand and restore without --replace.',
    )
  }
}

type Putting = { copy: DatabaseCopy; settings: BackupSettings; backup: Backup }

async function put({ copy, settings, backup }: Putting): Promise<void> {
  const { manifest, read, file } = backup
  const ofDatabase = manifest.parts.filter(({ name }) => name.startsWith(databaseFolder))
  const counts = await copy.replace({
    names: ofDatabase.map(({ name }) => name.slice(databaseFolder.length)),
    read: (name) => read(databaseFolder + name),
  })
  for (const [name, count] of Object.entries(manifest.counts))
    if ((counts[name] ?? 0) !== count)
      throw new BackupFailure(
        `${file} should have ${count} of ${name}, but ${counts[name] ?? 0} were stored.`,
      )
  await putFiles({ settings, backup })
}

type TakingBack = { request: RestoreRequest; kept: string | null; error: unknown }

async function takeBack({ request: { copy, settings }, kept, error }: TakingBack): Promise<never> {
  if (kept) {
    const backup = await openBackup(kept)
    await put({ copy, settings, backup }).finally(backup.close)
  } else {
    await copy.clear()
    await emptyFiles(settings)
  }
  await copy.noteUnfinished(null)
  throw new BackupFailure(`Nothing was restored, and everything is as it was: ${messageOf(error)}`)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
