import type { CollectionAfterDeleteHook, CollectionBeforeDeleteHook } from 'payload'

declare module 'payload' {
  interface RequestContext {
    /** What is about to be deleted, as it is stored, by collection and id. */
    aboutToDelete?: Map<string, object>
  }
}

/** Notes a document before it is deleted: Payload tells of it only what whoever deletes it may read and selected. */
export const noteDeleted: CollectionBeforeDeleteHook = async ({ id, req, collection: { slug } }) => {
  const where = { id: { equals: id } }
  const stored = await req.payload.db.findOne({ collection: slug, where, req })
  req.context.aboutToDelete ??= new Map()
  if (stored) req.context.aboutToDelete.set(`${slug} ${id}`, stored)
}

/** A deleted document as it was stored. */
export function asDeleted<Document extends object>({
  doc,
  id,
  req,
  collection: { slug },
}: Parameters<CollectionAfterDeleteHook>[0]): Document {
  return (req.context.aboutToDelete?.get(`${slug} ${id}`) ?? doc) as Document
}
