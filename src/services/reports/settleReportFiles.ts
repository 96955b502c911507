import type { Payload } from 'payload'
import { filesOf } from '../../files/filesOf'

/**
 * Sees to the workbooks that a process left which ended while it stored or deleted a report: one whose report is there is
 * finished, one without, that was begun `quietMs` ago, goes. Finished files are never touched.
 */
export async function settleReportFiles(
  payload: Payload,
  { now = new Date(), quietMs }: { now?: Date; quietMs: number },
): Promise<void> {
  const files = filesOf(payload).reports
  for (const { name, since } of await files.begun()) {
    // Looked at after the file was: what is stored by then was begun before.
    if (await isStored({ payload, filename: name })) await files.finish(name)
    else if (now.getTime() - since.getTime() >= quietMs) await files.remove(name)
  }
}

/** Removes a file whose report has been deleted, and only then. */
export async function removeFileOfDeleted({ payload, filename }: Stored): Promise<void> {
  if (!(await isStored({ payload, filename }))) await filesOf(payload).reports.remove(filename)
}

type Stored = { payload: Payload; filename: string }

async function isStored({ payload, filename }: Stored): Promise<boolean> {
  const where = { filename: { equals: filename } }
  return (await payload.db.findOne({ collection: 'reports', where })) !== null
}
