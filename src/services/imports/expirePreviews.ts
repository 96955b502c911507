import type { Payload } from 'payload'
import { recordAudit } from '../recordAudit'
import { moveImport } from './importStatus'

const dayMs = 86_400_000
const defaultDays = 7

/**
 * Lets previews expire that nobody touched for the days of the settings, and removes what is stored of their rows; of
 * files that were not read whole as well. Returns how many expired.
 */
export async function expirePreviews({ payload, now }: { payload: Payload; now: Date }): Promise<number> {
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const days = settings.imports?.previewDays ?? defaultDays
  const before = new Date(now.getTime() - days * dayMs).toISOString()
  let expired = 0
  for (const { id, status } of await untouchedSince({ payload, before })) {
    const importId = String(id)
    // Whoever confirms it at this moment is first or too late; nothing is removed under them.
    if (status === 'previewed' && !(await expire({ payload, importId }))) continue
    await payload.db.deleteMany({ collection: 'import-blocks', where: { import: { equals: importId } } })
    if (status !== 'previewed') continue
    expired += 1
    await recordAudit({
      req: { payload },
      event: { action: 'expire', entityType: 'imports', entityId: importId, details: {} },
    })
  }
  return expired
}

async function untouchedSince({ payload, before }: { payload: Payload; before: string }) {
  const { docs } = await payload.find({
    collection: 'imports',
    where: { and: [{ status: { in: ['previewed', 'failed'] } }, { updatedAt: { less_than: before } }] },
    select: { status: true },
    pagination: false,
    depth: 0,
  })
  return docs
}

/** What was decided and corrected goes with the rows. */
function expire({ payload, importId }: { payload: Payload; importId: string }): Promise<boolean> {
  const data = { decisions: null, corrections: null }
  return moveImport({ req: { payload }, importId, from: 'previewed', to: 'expired', data })
}
