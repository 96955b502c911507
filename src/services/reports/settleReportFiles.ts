import { readdir, stat } from 'node:fs/promises'
import type { Payload } from 'payload'
import { finishFile, nameOfUnfinished, removeUnfinished, unfinishedPath } from '../../lib/wholeFile'
import { reportPath, reportsFolder } from './reportPath'

/**
 * Sees to the workbooks that a process left which ended while it stored a report: one whose report is there gets its name,
 * one without, that nobody wrote to for `quietMs`, goes. Files that have their name are never touched.
 */
export async function settleReportFiles(
  payload: Payload,
  { now = new Date(), quietMs }: { now?: Date; quietMs: number },
): Promise<void> {
  for (const name of await readdir(reportsFolder(payload)).catch(noneYet)) {
    const filename = nameOfUnfinished(name)
    if (filename) await settle({ payload, filename, now, quietMs })
  }
}

async function settle({
  payload,
  filename,
  now,
  quietMs,
}: {
  payload: Payload
  filename: string
  now: Date
  quietMs: number
}): Promise<void> {
  const path = reportPath({ payload, filename })
  // Looked at first: what is stored after that was written before.
  const written = await stat(unfinishedPath(path)).catch(gone)
  if (!written) return
  const where = { filename: { equals: filename } }
  const report = await payload.db.findOne({ collection: 'reports', where })
  if (report) await finishFile(path)
  else if (now.getTime() - written.mtimeMs >= quietMs) await removeUnfinished(path)
}

function noneYet(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}

function gone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
