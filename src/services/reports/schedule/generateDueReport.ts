import { createLocalReq, type Payload } from 'payload'
import { type DueReport, dueReportWeek, isDueAfter } from '../../../domain/reports/schedule/dueReportWeek'
import type { Report, ReportRun } from '../../../payload-types'
import { generateReportOfRun } from '../generateReport'
import { claimReportRun, finishReportRun, holdReportRun } from './claimReportRun'
import { reportScheduleOf } from './reportScheduleOf'

/**
 * Generates the report that the schedule has due at `now`, once in all processes, and returns it; `null` when there is
 * nothing to do. Of weeks that were missed the last one is made up for: see docs/decisions/023.
 */
export async function generateDueReport({
  payload,
  now,
}: {
  payload: Payload
  now: Date
}): Promise<Report | null> {
  const due = dueReportWeek({ now, schedule: await reportScheduleOf(payload) })
  if (!(await wasInUse({ payload, due }))) return null
  const run = await claimReportRun({ payload, week: due.week, now })
  if (!run) return null
  const req = await createLocalReq({}, payload)
  const work = async () =>
    (await takeOverReport({ payload, run, now })) ?? generateReportOfRun({ req, run, now })
  return holdReportRun({ payload, run, work })
}

/** A process of an earlier version, which noted the end of a run after its report, may have ended in between. */
async function takeOverReport({ payload, run, now }: { payload: Payload; run: ReportRun; now: Date }) {
  const report = await payload.db.findOne<Report>({
    collection: 'reports',
    where: { run: { equals: run.id } },
  })
  if (report) await finishReportRun({ payload, run, now })
  return report
}

/** Whether somebody had an account before the report became due: what became due earlier was not missed. */
async function wasInUse({ payload, due }: { payload: Payload; due: DueReport }): Promise<boolean> {
  const { docs } = await payload.find({
    collection: 'users',
    sort: 'createdAt',
    limit: 1,
    pagination: false,
    depth: 0,
    select: { createdAt: true },
  })
  return docs[0] !== undefined && isDueAfter({ due, instant: new Date(docs[0].createdAt) })
}
