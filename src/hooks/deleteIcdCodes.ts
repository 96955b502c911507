import type { CollectionBeforeDeleteHook } from 'payload'

/** Deleting a case deletes its codes, first, for they cannot stand without it. */
export const deleteIcdCodes: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({ collection: 'icd-codes', where: { case: { equals: id } }, req })
}
