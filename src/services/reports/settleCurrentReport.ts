import type { PayloadRequest } from 'payload'
import { versionsOfWeek } from './versionsOfWeek'

/**
 * Makes the latest version of a week's reports its current one, and no other. Whoever adds or removes one calls it after
 * that: of several at once, in whatever process, the last sees them all.
 */
export async function settleCurrentReport({
  req,
  jahr,
  kw,
}: {
  req: PayloadRequest
  jahr: number
  kw: number
}): Promise<void> {
  const versions = await versionsOfWeek({ req, jahr, kw })
  for (const [index, { id, isCurrent }] of versions.entries()) {
    const isLatest = index === 0
    if (Boolean(isCurrent) === isLatest) continue
    const data = { isCurrent: isLatest }
    await req.payload.db.updateOne({ collection: 'reports', id, data, req, returning: false })
  }
}
