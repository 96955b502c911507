import type { CollectionSlug, DataFromCollectionSlug, PayloadRequest } from 'payload'

/** A page of a collection as whoever asks may see it, the latest first, with the accounts that are named. */
export async function latestPage<Slug extends CollectionSlug>({
  req,
  collection,
  query: { page, limit },
}: {
  req: PayloadRequest
  collection: Slug
  query: { page: number; limit: number }
}): Promise<{
  docs: DataFromCollectionSlug<Slug>[]
  totalDocs: number
  page: number
  limit: number
  totalPages: number
}> {
  const { docs, totalDocs, totalPages } = await req.payload.find({
    collection,
    sort: ['-createdAt', '-id'],
    page,
    limit,
    depth: 1,
    overrideAccess: false,
    req,
  })
  return { docs: docs as DataFromCollectionSlug<Slug>[], totalDocs, page, limit, totalPages }
}
