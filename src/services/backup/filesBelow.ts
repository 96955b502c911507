import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The files of some folders of a directory and of the folders in them, as paths with `/`, sorted. */
export async function filesBelow(directory: string, folders: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders) {
    for (const entry of await readdir(join(directory, folder), { withFileTypes: true }).catch(noFolder)) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) found.push(...(await filesBelow(directory, [path])))
      if (entry.isFile()) found.push(path)
    }
  }
  return found.sort()
}

function noFolder(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}
