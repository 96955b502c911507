import { createHash } from 'node:crypto'
import type { PortalFiles } from '../../files/createFiles'
import type { FileFolder, StoredFile } from '../../files/fileFolder'
import { isLog, linesOf } from '../../files/logLines'
import { inOnePiece, wholeBytes } from '../../files/wholeBytes'
import { TransferFailure } from './transferFailure'
import type { Verified } from './verifyTransfer'

/** Where the files of the installation are, and where they are to be. */
export type FilesTransfer = { from: PortalFiles; to: PortalFiles }

/** Those that move; mails are files only where there is no mail server. */
const carriedFolders = ['reports', 'audit'] as const

/**
 * Puts the files of an installation where the new one has them, and compares each there with what it was. Files that are
 * there already are left as they are, so a run that was cut off goes on. Nothing else there is touched.
 */
export async function carryFiles({ from, to }: FilesTransfer): Promise<Verified[]> {
  const verified: Verified[] = []
  for (const folder of carriedFolders)
    verified.push(await carryFolder({ folder, from: from[folder], to: to[folder] }))
  return verified
}

type Carrying = { folder: string; from: FileFolder; to: FileFolder }

async function carryFolder({ folder, from, to }: Carrying): Promise<Verified> {
  const hash = createHash('sha256')
  let count = 0
  for (const file of await from.list()) {
    const bytes = await carryFile({ file, to })
    hash.update(`${file.name} ${createHash('sha256').update(bytes).digest('hex')}\n`)
    count += 1
  }
  return { name: `files of ${folder}`, count, sha256: hash.digest('hex') }
}

async function carryFile({ file, to }: { file: StoredFile; to: FileFolder }): Promise<Buffer> {
  const pieces = await file.read()
  if (!pieces)
    throw new TransferFailure(`${file.name} went away meanwhile. Stop the portal, and run this again.`)
  const bytes = await wholeBytes(pieces)
  const isThere = async () => isSame({ name: file.name, bytes, found: await to.read(file.name) })
  if (await isThere()) return bytes
  // What was only begun is settled by the portal that starts there.
  await (file.isBegun ? to.begin(file.name, bytes) : to.write(file.name, inOnePiece(bytes)))
  if (!(await isThere()))
    throw new TransferFailure(`${file.name} in ${to.place} is not what was there. Run this again.`)
  return bytes
}

type Comparing = { name: string; bytes: Buffer; found: Buffer | null }

/** Of a log every line has to be there: a bucket has them in order of time, and others may have been added. */
function isSame({ name, bytes, found }: Comparing): boolean {
  if (!found) return false
  if (!isLog(name)) return found.equals(bytes)
  const there = new Set(linesOf(found))
  return linesOf(bytes).every((line) => there.has(line))
}
