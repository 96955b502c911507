import type { Payload } from 'payload'
import { FilesAway } from '../files/filesAway'
import { jobSilentMs, longAgo, silentMs } from '../lib/signsOfLife'
import { reopenInterruptedImports } from './imports/reopenInterruptedImports'
import { releaseStaleJobs } from './releaseStaleJobs'
import { settleReportFiles } from './reports/settleReportFiles'

/** A workbook that nobody wrote to for so long is nobody's, however slow the machine is. */
const fileQuietMs = 60 * 60_000

/**
 * Takes up what processes left undone that have ended: imports can be confirmed again, jobs run again, workbooks get their
 * names or go. With `isAlone` everything under way is theirs; otherwise what gave no sign for a while.
 */
export async function takeUpInterrupted(payload: Payload, { isAlone }: { isAlone: boolean }): Promise<void> {
  if (isAlone) await releaseClaims(payload)
  await reopenInterruptedImports(payload, { quietMs: isAlone ? 0 : silentMs })
  await releaseStaleJobs(payload, { quietMs: isAlone ? 0 : jobSilentMs })
  await settleUnlessAway(payload, { quietMs: isAlone ? 0 : fileQuietMs })
}

/** Files that cannot be had keep nobody from starting; readiness says so, and the next look settles them. */
async function settleUnlessAway(payload: Payload, quiet: { quietMs: number }): Promise<void> {
  try {
    await settleReportFiles(payload, quiet)
  } catch (error) {
    if (!(error instanceof FilesAway)) throw error
    payload.logger.error({ err: error, msg: 'The files of reports could not be settled.' })
  }
}

/** Mails, events and runs of the schedule that somebody has, nobody has any more. */
async function releaseClaims({ db }: Payload): Promise<void> {
  const isSending = { status: { equals: 'sending' } }
  await db.updateMany({ collection: 'mails', where: isSending, data: { takenAt: longAgo }, returning: false })
  await db.updateMany({
    collection: 'notification-events',
    where: { claimedAt: { exists: true } },
    data: { claimedAt: longAgo },
    returning: false,
  })
  await db.updateMany({
    collection: 'report-runs',
    where: { finishedAt: { exists: false } },
    data: { claimedAt: longAgo },
    returning: false,
  })
}
