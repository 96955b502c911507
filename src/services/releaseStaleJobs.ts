import { createLocalReq, type Payload } from 'payload'

/**
 * Lets jobs run again whose process ended under them: Payload would count them as running for ever. Those that changed
 * within `quietMs` may be another process's: a running job changes several times in it (`jobs/watched.ts`). Imports being applied or undone see to themselves (`reopenInterruptedImports`).
 */
export async function releaseStaleJobs(
  payload: Payload,
  { now = new Date(), quietMs }: { now?: Date; quietMs: number },
): Promise<void> {
  const before = new Date(now.getTime() - quietMs).toISOString()
  await payload.db.updateJobs({
    where: {
      and: [
        { processing: { equals: true } },
        { taskSlug: { not_in: ['applyImport', 'undoImport'] } },
        { updatedAt: { less_than_equal: before } },
      ],
    },
    data: { processing: false },
    returning: false,
    req: await createLocalReq({}, payload),
  })
}
