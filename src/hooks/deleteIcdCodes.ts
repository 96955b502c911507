import type { CollectionAfterDeleteHook } from 'payload'

/** Deleting a case deletes its codes. */
export const deleteIcdCodes: CollectionAfterDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({ collection: 'icd-codes', where: { case: { equals: id } }, req })
}
