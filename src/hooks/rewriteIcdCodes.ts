import type { CollectionAfterChangeHook } from 'payload'
import { hauptgruppe, readIcdCodes } from '../domain/icd/icdCodes'
import type { Case } from '../payload-types'
import { asWritten } from './asWritten'

/** The rows of `icd-codes` always say what `cases.icd` says. */
export const rewriteIcdCodes: CollectionAfterChangeHook = async (change) => {
  const { doc, previousDoc, operation, req } = change
  const { icd } = asWritten<Case>(change)
  const before = operation === 'update' ? (previousDoc?.icd ?? null) : null
  if ((icd ?? null) === before) return doc
  const { db } = req.payload
  if (before) await db.deleteMany({ collection: 'icd-codes', where: { case: { equals: doc.id } }, req })
  const codes = readIcdCodes(icd ?? '')
  for (const code of codes.ok ? codes.value : []) {
    await db.create({
      collection: 'icd-codes',
      data: { case: doc.id, code, hauptgruppe: hauptgruppe(code) },
      req,
    })
  }
  return doc
}
