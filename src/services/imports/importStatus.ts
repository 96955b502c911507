import type { PayloadRequest, Where } from 'payload'
import type { ErrorEntry } from '../../lib/appError'
import type { Import } from '../../payload-types'
import { isDatabaseAway } from '../../store/isDatabaseAway'

const reopenRetryMs = 1_000

/** The status of an import; while an applied one is being undone, that it is. */
export type ImportStage = Import['status'] | 'undoing'

/** What is under way, and what an import is again when that came to nothing. */
const stageBefore = { applying: 'previewed', undoing: 'applied' } as const
export type StageUnderWay = keyof typeof stageBefore

/** Where an import stands. */
export function stageOf({ status, isUndoing }: Pick<Import, 'status' | 'isUndoing'>): ImportStage {
  return status === 'applied' && isUndoing ? 'undoing' : status
}

/** Moves an import from one stage to another; of two who try at once, one does. */
export async function moveImport({
  req,
  importId,
  from,
  to,
  data = {},
}: {
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>
  importId: string
  from: ImportStage
  to: ImportStage
  data?: Partial<Import>
}): Promise<boolean> {
  const isUndoing = to === 'undoing'
  const updated = await req.payload.db.updateOne({
    collection: 'imports',
    where: { and: [{ id: { equals: importId } }, ...isAt(from)] },
    data: { ...data, status: isUndoing ? 'applied' : to, isUndoing, updatedAt: new Date().toISOString() },
    options: { atomic: true },
    req,
  })
  return updated !== null
}

/** The conditions of a stage. */
export function isAt(stage: ImportStage): Where[] {
  if (stage === 'undoing') return [{ status: { equals: 'applied' } }, { isUndoing: { equals: true } }]
  return [{ status: { equals: stage } }, { isUndoing: { not_equals: true } }]
}

type Reopening = {
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>
  importId: string
  from: StageUnderWay
  failure: readonly ErrorEntry[] | null
}

/**
 * An import that was not applied can be confirmed again, one that was not undone can be undone again, and says why it was
 * not. While the database is away, and with it the reason why, this is tried until it is back; a process that ends before
 * has it done by the next start.
 */
export async function reopenImport(place: Reopening): Promise<void> {
  const { req, importId, from, failure } = place
  try {
    const data = { failure: failure?.map(({ message: _, ...entry }) => entry) ?? null }
    await moveImport({ req, importId, from, to: stageBefore[from], data })
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    setTimeout(() => void retryReopening(place), reopenRetryMs).unref()
  }
}

async function retryReopening(place: Reopening): Promise<void> {
  try {
    await reopenImport(place)
  } catch (error) {
    place.req.payload.logger.error({
      err: error,
      msg: `Import ${place.importId} could not be opened again.`,
    })
  }
}
