import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { type DueReport, dueReportWeek, isDueAfter } from '../../../domain/reports/schedule/dueReportWeek'
import type { Report, ReportRun } from '../../../payload-types'
import { generateReport } from '../generateReport'
import { settleCurrentReport } from '../settleCurrentReport'
import { claimReportRun, finishReportRun } from './claimReportRun'
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
  const report = await reportOfRun({ req: await createLocalReq({}, payload), run, now })
  await finishReportRun({ payload, run, now })
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

/** The report of a run: the one that a process left which ended before it could note so, or a new one. */
async function reportOfRun({
  req,
  run,
  now,
}: {
  req: PayloadRequest
  run: ReportRun
  now: Date
}): Promise<Report> {
  const { jahr, kw } = run
  const { docs } = await req.payload.find({
    collection: 'reports',
    where: { run: { equals: run.id } },
    limit: 1,
    depth: 0,
    req,
  })
  const [left] = docs
  if (!left) return generateReport({ req, jahr, kw, now, runId: run.id })
  await settleCurrentReport({ req, jahr, kw })
  return left
}
