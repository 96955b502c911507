import type { Payload } from 'payload'
import { AppError } from '../../lib/appError'
import { withLock } from '../../lib/keyedLock'
import { stageOf } from './importStatus'
import { type JobOrigin, requestOfJob } from './requestOfJob'
import { carryOutUndo } from './undoImport'

/**
 * Undoes an import whose undoing was left to a job, on behalf of whoever asked for it. What keeps it from being undone is
 * noted with it; run again, or for an import that is not being undone, it does nothing.
 */
export async function undoQueued({
  payload,
  importId,
  origin,
}: {
  payload: Payload
  importId: string
  origin: JobOrigin
}): Promise<void> {
  await withLock('imports', async () => {
    const entry = await payload.findByID({
      collection: 'imports',
      id: importId,
      depth: 0,
      disableErrors: true,
    })
    if (!entry || stageOf(entry) !== 'undoing') return
    const req = await requestOfJob({ payload, origin })
    try {
      await carryOutUndo({ req, importId, entry })
    } catch (error) {
      const level = error instanceof AppError ? 'info' : 'error'
      payload.logger[level]({ err: error, msg: `Import ${importId} was not undone.` })
    }
  })
}
