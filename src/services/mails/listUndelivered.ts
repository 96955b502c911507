import type { PayloadRequest } from 'payload'
import type { Mail } from '../../payload-types'

/** The mails that failed for good, and those that failed and are tried again; the latest first. */
export async function listUndelivered({
  req,
  query: { page, limit },
}: {
  req: PayloadRequest
  query: { page: number; limit: number }
}) {
  const found = await req.payload.find({
    collection: 'mails',
    where: { tries: { greater_than: 0 } },
    sort: ['-lastTriedAt', '-id'],
    page,
    limit,
    overrideAccess: false,
    depth: 0,
    req,
  })
  const { docs, totalDocs, totalPages } = found
  return { docs: docs as Mail[], totalDocs, page, limit, totalPages }
}
