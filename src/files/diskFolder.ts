import { constants, createWriteStream } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  finishFile,
  nameOfUnfinished,
  removeFile,
  reopenFile,
  unfinishedPath,
  writeUnfinished,
} from '../lib/wholeFile'
import type { BegunFile, FileFolder, StoredFile } from './fileFolder'

const readableByOwner = 0o600

/** A folder on the disk. What is begun there has another name, `.….unfinished`. */
export function diskFolder(folder: string): FileFolder {
  const path = (name: string) => join(folder, name)
  return {
    place: folder,
    check: async () => {
      await mkdir(folder, { recursive: true })
      await access(folder, constants.R_OK | constants.W_OK)
    },
    begin: (name, bytes) => writeUnfinished(path(name), bytes),
    finish: (name) => finishFile(path(name)),
    doubt: (name) => reopenFile(path(name)),
    begun: () => begunIn(folder),
    read: (name) => readEither(path(name)),
    remove: (name) => removeFile(path(name)),
    list: () => filesBelow({ folder, below: '' }),
    write: async (name, bytes) => {
      await mkdir(dirname(path(name)), { recursive: true })
      await pipeline(bytes, createWriteStream(path(name), { mode: readableByOwner }))
    },
    empty: async () => {
      // The folder itself may be a volume.
      for (const name of await readdir(folder).catch(noneYet)) await rm(path(name), { recursive: true })
    },
    addLine: (name, line) => append({ path: path(name), line }),
  }
}

async function begunIn(folder: string): Promise<BegunFile[]> {
  const begun: BegunFile[] = []
  for (const unfinished of await readdir(folder).catch(noneYet)) {
    const name = nameOfUnfinished(unfinished)
    const written = name && (await stat(join(folder, unfinished)).catch(noFile))
    if (name && written) begun.push({ name, since: written.mtime })
  }
  return begun
}

/** Looked at once more under its name, which somebody may have given it in between. */
async function readEither(path: string): Promise<Buffer | null> {
  for (const candidate of [path, unfinishedPath(path), path]) {
    const bytes = await readFile(candidate).catch(noFile)
    if (bytes) return bytes
  }
  return null
}

/** With the folders in it, of which older backups may have brought some. */
async function filesBelow({ folder, below }: { folder: string; below: string }): Promise<StoredFile[]> {
  const found: StoredFile[] = []
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(noneYet)
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = join(folder, below, entry.name)
    if (entry.isDirectory()) found.push(...(await filesBelow({ folder, below: `${below}${entry.name}/` })))
    const stored = entry.isFile() && (await stat(path).catch(noFile))
    if (!stored) continue
    const begun = nameOfUnfinished(entry.name)
    const name = below + (begun ?? entry.name)
    const read = () => readUpTo({ path, bytes: stored.size })
    found.push({ name, bytes: stored.size, isBegun: begun !== null, read })
  }
  return found
}

/** As far as it went when it was listed: logs grow. */
async function readUpTo({ path, bytes }: { path: string; bytes: number }) {
  const handle = await open(path).catch(noFile)
  if (!handle) return null
  // Of nothing, a stream that ends before its first byte cannot be had.
  return handle.createReadStream(bytes > 0 ? { end: bytes - 1 } : {})
}

async function append({ path, line }: { path: string; line: string }): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a', readableByOwner)
  try {
    await file.write(`${line}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

function noneYet(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}

function noFile(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'EISDIR') return null
  throw error
}
