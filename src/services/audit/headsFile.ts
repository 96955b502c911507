import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { NotedHead } from '../../domain/audit/seals/verifySeals'
import { dataFolders } from '../../lib/dataFolders'

const line = /^\S+ (\d+) ([\w-]{43}) ([\w-]{43})$/

/** Where in `DATA_DIR` the heads of the audit log are noted, apart from the database. */
export function headsPath(dataDir: string): string {
  return join(dataDir, dataFolders.audit, 'heads.log')
}

/** Adds a head to those that were noted; it is on the disk when this returns. `at` is an ISO instant. */
export async function noteHead({
  dataDir,
  at,
  head: { number, hash, mark },
}: {
  dataDir: string
  at: string
  head: Required<NotedHead>
}): Promise<void> {
  const path = headsPath(dataDir)
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a', 0o600)
  try {
    await file.write(`${at} ${number} ${hash} ${mark}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The heads that were noted; none where nothing was. A line that is none, and not just cut off at the end, is told. */
export async function readHeads(
  dataDir: string,
): Promise<{ heads: Required<NotedHead>[]; unreadable: number }> {
  const text = await readFile(headsPath(dataDir), 'utf8').catch(noneYet)
  const lines = text.split('\n')
  // What follows the last line break is nothing, or a line whose writing was cut off.
  lines.pop()
  const heads = lines.flatMap((one) => {
    const [, number, hash = '', mark = ''] = line.exec(one) ?? []
    return number === undefined ? [] : [{ number: Number(number), hash, mark }]
  })
  return { heads, unreadable: lines.length - heads.length }
}

function noneYet(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}
