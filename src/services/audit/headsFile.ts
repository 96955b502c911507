import type { NotedHead } from '../../domain/audit/seals/verifySeals'
import type { FileFolder } from '../../files/fileFolder'
import { linesOf } from '../../files/logLines'

const line = /^\S+ (\d+) ([\w-]{43}) ([\w-]{43})$/

/** The file of the folder `audit` in which the heads of the audit log are noted, apart from the database. */
export const headsFile = 'heads.log'

/** Adds a head to those that were noted; it is there to last when this returns. `at` is an ISO instant. */
export async function noteHead({
  folder,
  at,
  head: { number, hash, mark },
}: {
  folder: FileFolder
  at: string
  head: Required<NotedHead>
}): Promise<void> {
  await folder.addLine(headsFile, `${at} ${number} ${hash} ${mark}`)
}

/** The heads that were noted; none where nothing was. A line that is none, and not just cut off at the end, is told. */
export async function readHeads(
  folder: FileFolder,
): Promise<{ heads: Required<NotedHead>[]; unreadable: number }> {
  const lines = linesOf((await folder.read(headsFile)) ?? Buffer.alloc(0))
  const heads = lines.flatMap((one) => {
    const [, number, hash = '', mark = ''] = line.exec(one) ?? []
    return number === undefined ? [] : [{ number: Number(number), hash, mark }]
  })
  return { heads, unreadable: lines.length - heads.length }
}
