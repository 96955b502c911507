import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** How a file is called until it has its name. */
const unfinishedName = /^\.(.+)\.unfinished$/

/** The name that a file has until it is finished. */
export function unfinishedNameOf(name: string): string {
  return `.${name}.unfinished`
}

/** The path under which a file is written before it gets its own. */
export function unfinishedPath(path: string): string {
  return join(dirname(path), unfinishedNameOf(basename(path)))
}

/** The name that an unfinished file is to have, by the one it has; `null` for any other file. */
export function nameOfUnfinished(name: string): string | null {
  return unfinishedName.exec(name)?.[1] ?? null
}

/** Writes a file that is on the disk when this returns, but has its name only once it is finished. */
export async function writeUnfinished(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(unfinishedPath(path), 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Gives an unfinished file its name; does nothing where somebody has. */
export async function finishFile(path: string): Promise<void> {
  await renameFile({ path, from: unfinishedPath(path), to: path })
}

/** Takes a finished file its name again; does nothing where somebody has, or where there is none. */
export async function reopenFile(path: string): Promise<void> {
  await renameFile({ path, from: path, to: unfinishedPath(path) })
}

async function renameFile({ path, from, to }: { path: string; from: string; to: string }): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  await flushFolder(dirname(path))
}

/** Removes a file, finished or not. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true })
  await rm(unfinishedPath(path), { force: true })
}

/** The names in a folder are on the disk as well; Windows neither needs nor allows it. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}
