import type { Payload, PayloadRequest } from 'payload'
import { retentionLimits } from '../../domain/erasure/retentionLimits'
import { storeOf } from '../../store/storeOf'
import { type JobOrigin, requestOfJob } from '../requestOfJob'
import { eraseRowsOfImport } from './eraseRowsOfImport'
import { noteErasure } from './requestErasure'
import { loadRetention } from './retention'
import { runErasures } from './runErasures'

const casesPerErasure = 5_000

/**
 * Erases what is older than the periods of the settings, by itself only where they say so. What was asked for and not
 * done yet is carried out with it.
 */
export async function applyRetention({
  payload,
  now,
  origin,
  isAsked,
}: {
  payload: Payload
  now: Date
  origin: JobOrigin
  /** Somebody wants it now. */
  isAsked: boolean
}): Promise<void> {
  const { isAutomatic, ...periods } = await loadRetention(payload)
  const req = await requestOfJob({ payload, origin })
  if (isAsked || isAutomatic) {
    const { day, at } = retentionLimits({ periods, now })
    if (day !== null) await eraseOldCases({ req, day, origin })
    if (at !== null) await eraseOldRows({ req, at })
  }
  await runErasures({ payload, origin })
}

async function eraseOldCases({ req, day, origin }: { req: PayloadRequest; day: string; origin: JobOrigin }) {
  for (;;) {
    const cases = await storeOf(req.payload).casesBefore({ day, limit: casesPerErasure })
    if (cases.length === 0) return
    const target = {
      caseIds: cases.map(({ id }) => id),
      fallIds: cases.map(({ fallId }) => fallId),
      persons: [],
    }
    const { id } = await noteErasure({ req, reason: 'retention', target, reference: null })
    await runErasures({ payload: req.payload, origin })
    const { status } = await req.payload.findByID({ collection: 'erasures', id, depth: 0, req })
    if (status === 'failed') return
  }
}

/** The entry in the log of imports stays, with its counts; its rows, and what it says of single ones, go. */
async function eraseOldRows({ req, at }: { req: PayloadRequest; at: string }): Promise<void> {
  const ids = await storeOf(req.payload).importsBefore({ at })
  for (const importId of ids) await eraseRowsOfImport({ req, importId })
}
