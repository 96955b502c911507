import type { PayloadRequest } from 'payload'

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
  const { docs } = await req.payload.find({
    collection: 'reports',
    where: { and: [{ jahr: { equals: jahr } }, { kw: { equals: kw } }] },
    sort: '-version',
    pagination: false,
    depth: 0,
    select: { isCurrent: true },
    req,
  })
  for (const [index, { id, isCurrent }] of docs.entries()) {
    const isLatest = index === 0
    if (Boolean(isCurrent) === isLatest) continue
    const data = { isCurrent: isLatest }
    await req.payload.db.updateOne({ collection: 'reports', id, data, req, returning: false })
  }
}
