import type { Payload, PayloadRequest } from 'payload'
import type { Erasure } from '../../payload-types'
import { storeOf } from '../../store/storeOf'
import { asOnlyOne } from '../asOnlyOne'
import { type JobOrigin, requestOfJob } from '../requestOfJob'
import { carryOutErasure } from './carryOutErasure'

/**
 * Carries out every erasure that is asked for and not done, those that failed or were cut off before as well, and has what
 * was erased leave the database's files. One that fails is noted as failed, told in the log, and does not keep the others.
 */
export async function runErasures({
  payload,
  origin,
}: {
  payload: Payload
  origin: JobOrigin
}): Promise<void> {
  const req = await requestOfJob({ payload, origin })
  await asOnlyOne({ payload, name: 'erasures', work: () => carryOutErasures(req) })
}

async function carryOutErasures(req: PayloadRequest): Promise<void> {
  const { payload } = req
  for (const erasure of await openErasures(payload)) {
    try {
      await carryOutErasure({ req, erasure })
    } catch (error) {
      payload.logger.error({
        err: error,
        erasure: erasure.id,
        msg: 'An erasure failed; it is tried again at night.',
      })
      await moveErasure({ req, id: erasure.id, data: { status: 'failed' } })
    }
  }
  await finishErasures(req)
}

/** What was deleted is in the files until the database has written them anew. */
async function finishErasures(req: PayloadRequest): Promise<void> {
  const carriedOut = (await openErasures(req.payload)).filter(({ target }) => !target)
  if (carriedOut.length === 0) return
  await storeOf(req.payload).forgetDeleted()
  const finishedAt = new Date().toISOString()
  for (const { id, reason, caseIds } of carriedOut) {
    await moveErasure({ req, id, data: { status: 'done', finishedAt } })
    // Logs are kept elsewhere: by them an erasure is repeated on a backup that is older.
    const cases = reason === 'request' ? caseIds : undefined
    req.payload.logger.info({ erasure: id, reason, cases, msg: 'An erasure is done.' })
  }
}

async function openErasures(payload: Payload): Promise<Erasure[]> {
  const { docs } = await payload.find({
    collection: 'erasures',
    where: { status: { not_equals: 'done' } },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
  })
  return docs
}

function moveErasure({ req, id, data }: { req: PayloadRequest; id: string; data: Partial<Erasure> }) {
  return req.payload.db.updateOne({ collection: 'erasures', id, data, req, returning: false })
}
