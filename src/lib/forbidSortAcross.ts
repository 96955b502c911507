import type { CollectionBeforeOperationHook } from 'payload'
import { refusal } from './refuse'

/**
 * Nobody sorts by a field of another document, such as `updatedBy.hash` or, spelt otherwise, `updatedBy__hash`: unlike for
 * `where`, Payload does not look who may read it.
 */
export const forbidSortAcross: CollectionBeforeOperationHook = ({ args, overrideAccess, req }) => {
  if (overrideAccess || !('sort' in args)) return
  for (const sort of [args.sort ?? []].flat().flatMap((one) => one.split(','))) {
    const path = sort.trim().replace(/^-/, '').replaceAll('__', '.')
    const [field, ...across] = path.split('.')
    if (across.length > 0)
      throw refusal(req, 400, 'sortForbidden', { params: { field: path }, extra: { field } })
  }
}
