import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** How a file is called until it has its name. */
const unfinishedName = /^\.(.+)\.unfinished$/

/** The path under which a file is written before it gets its own. */
export function unfinishedPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.unfinished`)
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
  try {
    await rename(unfinishedPath(path), path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  await flushFolder(dirname(path))
}

/** Removes a file that was not finished. */
export async function removeUnfinished(path: string): Promise<void> {
  await rm(unfinishedPath(path), { force: true })
}

/** The names in a folder are on the disk as well; Windows neither needs nor allows it. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}
