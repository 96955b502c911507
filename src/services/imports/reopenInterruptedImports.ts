import type { Payload } from 'payload'
import type { PayloadJob } from '../../payload-types'
import { storeOf } from '../../store/storeOf'
import { isAt, reopenImport, type StageUnderWay, stageOf } from './importStatus'

/**
 * An import that was being applied or undone when its process ended has written nothing (it is one transaction), so it
 * can be confirmed or undone again. One that gave a sign within `quietMs` may be another process's, one that a job has still before it
 * is left to the job. Jobs that ended with their process go.
 */
export async function reopenInterruptedImports(
  payload: Payload,
  { now = new Date(), quietMs = 0 }: { now?: Date; quietMs?: number } = {},
): Promise<void> {
  const isQuiet = (signs: readonly string[]) =>
    signs.every((at) => quietMs === 0 || now.getTime() - Date.parse(at) >= quietMs)
  const jobs = await unfinishedJobs(payload)
  const underWay = await importsUnderWay(payload)
  const begun = jobs.filter(({ processing, updatedAt }) => processing && isQuiet([updatedAt]))
  for (const { id, updatedAt, ...entry } of underWay) {
    const importId = String(id)
    const from = stageOf(entry) as StageUnderWay
    const isOfImport = ({ input }: PayloadJob) => importIdOf(input) === importId
    if (jobs.filter(isOfImport).length > begun.filter(isOfImport).length) continue
    const note = await storeOf(payload).progressOf(importId)
    if (!isQuiet(note ? [updatedAt, note.at] : [updatedAt])) continue
    await remove(payload, begun.filter(isOfImport))
    const failure = [{ message: '', code: interrupted[from] }]
    await reopenImport({ req: { payload }, importId, from, failure })
    await storeOf(payload).noteProgress(importId, null)
  }
  const isLeftOver = ({ input }: PayloadJob) => !underWay.some(({ id }) => String(id) === importIdOf(input))
  await remove(payload, begun.filter(isLeftOver))
}

const interrupted = { applying: 'importInterrupted', undoing: 'undoInterrupted' } as const

async function importsUnderWay(payload: Payload) {
  const { docs } = await payload.find({
    collection: 'imports',
    where: { or: [{ and: isAt('applying') }, { and: isAt('undoing') }] },
    select: { updatedAt: true, status: true, isUndoing: true },
    pagination: false,
    depth: 0,
  })
  return docs
}

async function unfinishedJobs(payload: Payload): Promise<PayloadJob[]> {
  const { docs } = await payload.find({
    collection: 'payload-jobs',
    where: { and: [{ taskSlug: { in: ['applyImport', 'undoImport'] } }, { completedAt: { exists: false } }] },
    pagination: false,
    depth: 0,
  })
  return docs
}

function importIdOf(input: PayloadJob['input']): unknown {
  return typeof input === 'object' && input !== null && 'importId' in input ? input.importId : null
}

/** Before its import is opened again, so that a job cannot apply what somebody confirms anew. */
async function remove(payload: Payload, jobs: readonly PayloadJob[]): Promise<void> {
  if (jobs.length === 0) return
  const ids = jobs.map(({ id }) => id)
  await payload.db.deleteMany({ collection: 'payload-jobs', where: { id: { in: ids } } })
}
