import type { Payload, PayloadRequest } from 'payload'
import { AppError } from '../../lib/appError'
import { withLock } from '../../lib/keyedLock'
import type { Import } from '../../payload-types'
import { type JobOrigin, requestOfJob } from '../requestOfJob'
import { type StageUnderWay, stageOf } from './importStatus'

const failed = { applying: 'applied', undoing: 'undone' } as const

/**
 * Does what was left to a job with an import, on behalf of whoever left it. Its failure is logged only: the import says
 * what became of it. Run again, or for an import that is no longer at that stage, it does nothing.
 */
export async function onBehalf({
  payload,
  origin,
  stage,
  work,
}: {
  payload: Payload
  origin: JobOrigin & { importId: string }
  stage: StageUnderWay
  work: (onWhat: { req: PayloadRequest; importId: string; entry: Import }) => Promise<unknown>
}): Promise<void> {
  const { importId } = origin
  await withLock('imports', async () => {
    const entry = await payload.findByID({
      collection: 'imports',
      id: importId,
      depth: 0,
      disableErrors: true,
    })
    if (!entry || stageOf(entry) !== stage) return
    const req = await requestOfJob({ payload, origin })
    try {
      await work({ req, importId, entry })
    } catch (error) {
      const level = error instanceof AppError ? 'info' : 'error'
      payload.logger[level]({ err: error, msg: `Import ${importId} was not ${failed[stage]}.` })
    }
  })
}
