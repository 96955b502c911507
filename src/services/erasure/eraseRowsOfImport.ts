import type { PayloadRequest } from 'payload'
import { erasedInPlaceOf } from '../../domain/erasure/eraseFromImport'
import type { Import } from '../../payload-types'
import { recordAudit } from '../recordAudit'

/**
 * Erases the rows of an import and what is told of single ones; its entry in the log stays, with its counts. Nothing of
 * it can be undone or downloaded then. Left alone when it is just being applied or undone.
 */
export async function eraseRowsOfImport({
  req,
  importId,
}: {
  req: PayloadRequest
  importId: string
}): Promise<void> {
  const { payload } = req
  const entry = await payload.findByID({ collection: 'imports', id: importId, depth: 0, req })
  const data: Partial<Import> = {
    rowsErasedAt: entry.rowsErasedAt ?? new Date().toISOString(),
    decisions: null,
    corrections: null,
    failure: null,
    problems: erasedInPlaceOf(entry.problems) as Import['problems'],
  }
  const marked = await payload.db.updateOne({
    collection: 'imports',
    where: {
      and: [
        { id: { equals: importId } },
        { status: { not_equals: 'applying' } },
        { or: [{ isUndoing: { equals: false } }, { isUndoing: { exists: false } }] },
      ],
    },
    data,
    options: { atomic: true },
    req,
  })
  if (!marked) return
  await payload.db.deleteMany({ collection: 'import-blocks', where: { import: { equals: importId } }, req })
  const details = { rows: entry.total ?? 0 }
  await recordAudit({ req, event: { action: 'erase', entityType: 'imports', entityId: importId, details } })
}
