import type { Payload, Where } from 'payload'
import type { IsoWeek } from '../../../domain/calendar/isoWeek'
import { givingSigns, silentMs } from '../../../lib/signsOfLife'
import type { ReportRun } from '../../../payload-types'

/**
 * Claims the run that generates the report of a week: of all that try, in whatever process, one gets it, and keeps it as long
 * as it gives signs (`holdReportRun`). `null` when another has it or the report was generated.
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

/** Does the work of a run, which stays theirs who claimed it until it is done. */
export function holdReportRun<T>({
  payload,
  run,
  work,
}: {
  payload: Payload
  run: ReportRun
  work: () => Promise<T>
}): Promise<T> {
  const sign = () => {
    const data = { claimedAt: new Date().toISOString() }
    return payload.db.updateOne({ collection: 'report-runs', where: isRun(run), data, returning: false })
  }
  const onFailure = (err: unknown) =>
    payload.logger.warn({ err, run: run.id, msg: 'The run of a report could not be held on to.' })
  return givingSigns({ sign, onFailure, work })
}

/** Notes that the report of a run was there already. */
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
  await payload.db.updateOne({ collection: 'report-runs', where: isRun(run), data, returning: false })
}

/** Whether nobody has taken the run over. */
export async function isRunOf({ payload, run }: { payload: Payload; run: ReportRun }): Promise<boolean> {
  return (await payload.db.findOne({ collection: 'report-runs', where: isRun(run) })) !== null
}

function isRun({ id, attempt }: ReportRun): Where {
  return { and: [{ id: { equals: id } }, { attempt: { equals: attempt } }] }
}

type TakeOver = { payload: Payload; run: ReportRun; now: Date }

async function takeOver({ payload, run, now }: TakeOver): Promise<ReportRun | null> {
  const isFree = !run.finishedAt && now.getTime() - Date.parse(run.claimedAt) >= silentMs
  if (!isFree) return null
  const data = { attempt: run.attempt + 1, claimedAt: now.toISOString() }
  const updated = await payload.db.updateOne({
    collection: 'report-runs',
    where: isRun(run),
    data,
    options: { atomic: true },
  })
  return updated === null ? null : { ...run, ...data }
}
