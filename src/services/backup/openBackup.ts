import { existsSync } from 'node:fs'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { BackupFailure } from '../../store/backup/backupFailure'
import { type BackupManifest, backupManifest, manifestName } from './backupManifest'
import { type Measure, measured } from './measured'

/** A backup that is read. */
export type Backup = {
  file: string
  manifest: BackupManifest
  read(name: string): AsyncGenerator<Uint8Array>
  close(): void
}

/** Opens a backup and reads what it says of itself. Throws `BackupFailure` for anything else. */
export async function openBackup(file: string): Promise<Backup> {
  if (!existsSync(file)) throw new BackupFailure(`${file} is not there.`)
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch((error: Error) => {
    throw new BackupFailure(`${file} is no backup, or is damaged: ${error.message}`)
  })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  const read = (name: string) => readEntry({ zip, file, entry: entries.get(name), name })
  const manifest = await readManifest({ file, bytes: read(manifestName) })
  const named = new Set([...manifest.parts.map(({ name }) => name), manifestName])
  const strange = [...entries.keys()].find((name) => !named.has(name))
  if (strange) throw new BackupFailure(`${file} holds ${strange}, which its manifest does not name.`)
  return { file, manifest, read, close: () => zip.close() }
}

/** Reads every part once and compares it with the manifest. Throws `BackupFailure` with the first that differs. */
export async function ensureWhole({ file, manifest, read }: Backup): Promise<void> {
  for (const { name, bytes, sha256 } of manifest.parts) {
    let found: Measure | null = null
    const pieces = measured(read(name), (measure) => {
      found = measure
    })
    for await (const _ of pieces);
    const { sha256: really, bytes: length } = found ?? { sha256: '', bytes: -1 }
    if (really !== sha256 || length !== bytes)
      throw new BackupFailure(
        `${file} is damaged: ${name} has not the SHA-256 that the manifest names. Take another backup.`,
      )
  }
}

type Reading = { zip: ZipFile; file: string; entry: Entry | undefined; name: string }

async function* readEntry({ zip, file, entry, name }: Reading): AsyncGenerator<Uint8Array> {
  if (!entry) throw new BackupFailure(`${file} is not a whole backup: ${name} is missing.`)
  try {
    yield* await zip.openReadStreamPromise(entry)
  } catch (error) {
    throw new BackupFailure(`${file} is damaged: ${name}: ${error instanceof Error ? error.message : error}`)
  }
}

async function readManifest({
  file,
  bytes,
}: {
  file: string
  bytes: AsyncIterable<Uint8Array>
}): Promise<BackupManifest> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  const parsed = backupManifest.safeParse(readJson(Buffer.concat(pieces).toString()))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new BackupFailure(
    `${file} is no backup that this version can read: ${manifestName} ${issue?.path.join('.')}: ${issue?.message}`,
  )
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // No manifest, and refused as such.
  }
}
