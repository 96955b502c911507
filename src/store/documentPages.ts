import type { CollectionSlug, Payload, Where } from 'payload'

/** A document as Payload's adapter reads it: everything that is stored, relations as ids, moments as ISO texts. */
export type StoredDocument = { id: string } & Record<string, unknown>

/** Blocks of a plan have a megabyte each, codes a hundred bytes. */
const bytesPerPage = 4 * 1024 * 1024
const pageLimits = { first: 20, most: 1_000 }

/** Every document of a collection, or those after an id, in order of their ids and a few megabytes at a time. */
export async function* documentPages({
  payload,
  slug,
  after = null,
}: {
  payload: Payload
  slug: CollectionSlug
  after?: string | null
}): AsyncGenerator<StoredDocument[]> {
  let last = after
  let limit = pageLimits.first
  for (;;) {
    const where: Where = last === null ? {} : { id: { greater_than: last } }
    const { docs } = await payload.db.find<StoredDocument>({
      collection: slug,
      where,
      sort: 'id',
      limit,
      pagination: false,
    })
    last = docs.at(-1)?.id ?? null
    if (last === null) return
    yield docs
    limit = nextLimit({ docs, limit })
  }
}

function nextLimit({ docs, limit }: { docs: readonly StoredDocument[]; limit: number }): number {
  const fitting = Math.floor((docs.length * bytesPerPage) / JSON.stringify(docs).length)
  return Math.max(1, Math.min(fitting, limit * 2, pageLimits.most))
}
