import type { PayloadRequest } from 'payload'
import type { Report } from '../../payload-types'

/** The versions of a week's report, the latest first. */
export async function versionsOfWeek({
  req,
  jahr,
  kw,
}: {
  req: PayloadRequest
  jahr: number
  kw: number
}): Promise<Pick<Report, 'id' | 'version' | 'isCurrent'>[]> {
  const { docs } = await req.payload.find({
    collection: 'reports',
    where: { and: [{ jahr: { equals: jahr } }, { kw: { equals: kw } }] },
    sort: '-version',
    pagination: false,
    depth: 0,
    select: { version: true, isCurrent: true },
    req,
  })
  return docs
}
