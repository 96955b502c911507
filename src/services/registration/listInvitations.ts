import type { PayloadRequest } from 'payload'

/** A page of the invitations, the latest first. */
export async function listInvitations({
  req,
  query: { page, limit },
}: {
  req: PayloadRequest
  query: { page: number; limit: number }
}) {
  const { docs, totalDocs, totalPages } = await req.payload.find({
    collection: 'invitations',
    sort: ['-createdAt', '-id'],
    page,
    limit,
    depth: 1,
    overrideAccess: false,
    req,
  })
  return { docs, totalDocs, page, limit, totalPages }
}
