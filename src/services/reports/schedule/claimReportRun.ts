import type { Payload, Where } from 'payload'
import type { IsoWeek } from '../../../domain/calendar/isoWeek'
import type { ReportRun } from '../../../payload-types'

/** How long whoever claimed a run has it alone; a process that ended under it is taken over from then on. */
export const claimMs = 10 * 60_000

/**
 * Claims the run that generates the report of a week: of all that try, in whatever process, one gets it. `null` when
 * another has it or the report was generated.
 */
export async function claimReportRun({
  payload,
  week: { jahr, kw },
  now,
}: {
  payload: Payload
  week: IsoWeek
  now: Date
}): Promise<ReportRun | null> {
  const where: Where = { and: [{ jahr: { equals: jahr } }, { kw: { equals: kw } }] }
  const find = () => payload.db.findOne<ReportRun>({ collection: 'report-runs', where })
  const found = await find()
  if (found) return takeOver({ payload, run: found, now })
  try {
    const data = { jahr, kw, attempt: 1, claimedAt: now.toISOString() }
    return await payload.db.create({ collection: 'report-runs', data })
  } catch (error) {
    // The unique index lets one of two at once in; whoever is too late finds the other's row.
    if (await find()) return null
    throw error
  }
}

/** Notes that the report of a run was generated. */
export async function finishReportRun({
  payload,
  run,
  now,
}: {
  payload: Payload
  run: ReportRun
  now: Date
}): Promise<void> {
  const data = { finishedAt: now.toISOString() }
  await payload.db.updateOne({ collection: 'report-runs', id: run.id, data, returning: false })
}

type TakeOver = { payload: Payload; run: ReportRun; now: Date }

async function takeOver({ payload, run, now }: TakeOver): Promise<ReportRun | null> {
  const isFree = !run.finishedAt && now.getTime() - Date.parse(run.claimedAt) >= claimMs
  if (!isFree) return null
  const data = { attempt: run.attempt + 1, claimedAt: now.toISOString() }
  const updated = await payload.db.updateOne({
    collection: 'report-runs',
    where: { and: [{ id: { equals: run.id } }, { attempt: { equals: run.attempt } }] },
    data,
    options: { atomic: true },
  })
  return updated === null ? null : { ...run, ...data }
}
