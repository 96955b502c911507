import type { PayloadRequest } from 'payload'

/** A page of the erasures, the latest first. */
export async function listErasures({
  req,
  query: { page, limit },
}: {
  req: PayloadRequest
  query: { page: number; limit: number }
}) {
  const { docs, totalDocs, totalPages } = await req.payload.find({
    collection: 'erasures',
    sort: ['-createdAt', '-id'],
    page,
    limit,
    depth: 1,
    overrideAccess: false,
    req,
  })
  return { docs, totalDocs, page, limit, totalPages }
}
