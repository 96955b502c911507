import type { PayloadRequest } from 'payload'
import type { ErrorEntry } from '../../lib/appError'
import type { Import } from '../../payload-types'
import { isDatabaseAway } from '../../store/isDatabaseAway'

const reopenRetryMs = 1_000

/** Moves an import from one status to another; of two who try at once, one does. */
export async function moveImport({
  req,
  importId,
  from,
  to,
  data = {},
}: {
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>
  importId: string
  from: Import['status']
  to: Import['status']
  data?: Partial<Import>
}): Promise<boolean> {
  const updated = await req.payload.db.updateOne({
    collection: 'imports',
    where: { and: [{ id: { equals: importId } }, { status: { equals: from } }] },
    data: { ...data, status: to, updatedAt: new Date().toISOString() },
    options: { atomic: true },
    req,
  })
  return updated !== null
}

/**
 * An import that was not applied can be confirmed again, and says why it was not. While the database is away, and with
 * it the reason why, this is tried until it is back; a process that ends before has it done by the next start.
 */
export async function reopenImport(place: {
  req: PayloadRequest
  importId: string
  failure: readonly ErrorEntry[] | null
}): Promise<void> {
  const { req, importId, failure } = place
  try {
    const data = { failure: failure?.map(({ message: _, ...entry }) => entry) ?? null }
    await moveImport({ req, importId, from: 'applying', to: 'previewed', data })
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    setTimeout(() => void retryReopening(place), reopenRetryMs).unref()
  }
}

async function retryReopening(place: Parameters<typeof reopenImport>[0]): Promise<void> {
  try {
    await reopenImport(place)
  } catch (error) {
    place.req.payload.logger.error({
      err: error,
      msg: `Import ${place.importId} could not be opened again.`,
    })
  }
}
