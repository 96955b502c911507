import type { Payload } from 'payload'
import type { Amendments } from '../../domain/imports/amendments'
import { AppError } from '../../lib/appError'
import { withLock } from '../../lib/keyedLock'
import { carryOut } from './confirmImport'
import { isImportSource } from './importSources'
import { type JobOrigin, requestOfJob } from './requestOfJob'

/** Who confirmed an import, from where, and what they gave with it. */
export type QueuedImport = Amendments & JobOrigin & { importId: string }

/**
 * Applies an import that was confirmed and left to a job, on behalf of whoever confirmed it. What keeps it from being
 * applied is noted with it; run again, or for an import that is not being applied, it does nothing.
 */
export async function carryOutQueued({
  payload,
  input,
}: {
  payload: Payload
  input: QueuedImport
}): Promise<void> {
  await withLock('imports', async () => {
    const { importId, decisions, corrections } = input
    const entry = await payload.findByID({
      collection: 'imports',
      id: importId,
      depth: 0,
      disableErrors: true,
    })
    if (entry?.status !== 'applying' || !isImportSource(entry.kind)) return
    const req = await requestOfJob({ payload, origin: input })
    try {
      await carryOut({ req, kind: entry.kind, importId, decisions, corrections, entry })
    } catch (error) {
      const level = error instanceof AppError ? 'info' : 'error'
      payload.logger[level]({ err: error, msg: `Import ${importId} was not applied.` })
    }
  })
}
