import type { Payload } from 'payload'
import type { Import, PayloadJob } from '../../payload-types'
import { storeOf } from '../../store/storeOf'
import { moveImport } from './importStatus'

/**
 * An import that was being applied when its process ended has written nothing (it is one transaction), so it can be
 * confirmed again. One that gave a sign within `quietMs` may be another process's, one that a job has still before it
 * is left to the job.
 */
export async function reopenInterruptedImports(
  payload: Payload,
  { now = new Date(), quietMs = 0 }: { now?: Date; quietMs?: number } = {},
): Promise<void> {
  const { docs } = await payload.find({
    collection: 'imports',
    where: { status: { equals: 'applying' } },
    select: { updatedAt: true },
    pagination: false,
    depth: 0,
  })
  if (docs.length === 0) return
  const jobs = await unfinishedJobs(payload)
  for (const { id, updatedAt } of docs) {
    const importId = String(id)
    const ofImport = jobs.filter(({ input }) => importIdOf(input) === importId)
    if (ofImport.some(({ processing }) => !processing)) continue
    const signs = [updatedAt, ...ofImport.map((job) => job.updatedAt), await lastNote({ payload, importId })]
    const lastSign = Math.max(...signs.map((at) => Date.parse(at)))
    if (quietMs > 0 && now.getTime() - lastSign < quietMs) continue
    await giveUp({ payload, importId, jobs: ofImport })
  }
}

async function unfinishedJobs(payload: Payload): Promise<PayloadJob[]> {
  const { docs } = await payload.find({
    collection: 'payload-jobs',
    where: { and: [{ taskSlug: { equals: 'applyImport' } }, { completedAt: { exists: false } }] },
    pagination: false,
    depth: 0,
  })
  return docs
}

function importIdOf(input: PayloadJob['input']): unknown {
  return typeof input === 'object' && input !== null && 'importId' in input ? input.importId : null
}

async function lastNote({ payload, importId }: { payload: Payload; importId: string }): Promise<string> {
  return (await storeOf(payload).progressOf(importId))?.at ?? new Date(0).toISOString()
}

/** The job goes first, so that it cannot apply what somebody confirms anew. */
async function giveUp({
  payload,
  importId,
  jobs,
}: {
  payload: Payload
  importId: string
  jobs: readonly PayloadJob[]
}): Promise<void> {
  if (jobs.length > 0) {
    const ids = jobs.map(({ id }) => id)
    await payload.db.deleteMany({ collection: 'payload-jobs', where: { id: { in: ids } } })
  }
  const data: Partial<Import> = { failure: [{ code: 'importInterrupted' }] }
  await moveImport({ req: { payload }, importId, from: 'applying', to: 'previewed', data })
  await storeOf(payload).noteProgress(importId, null)
}
