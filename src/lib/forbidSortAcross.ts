import { type CollectionBeforeOperationHook, QueryError } from 'payload'

/**
 * Nobody sorts by a field of another document, such as `updatedBy.hash`: unlike for `where`, Payload does not look who
 * may read it.
 */
export const forbidSortAcross: CollectionBeforeOperationHook = ({ args, overrideAccess }) => {
  if (overrideAccess || !('sort' in args)) return
  const paths = [args.sort ?? []].flat().flatMap((sort) => sort.split(','))
  const across = paths.filter((path) => path.includes('.'))
  if (across.length > 0) throw new QueryError(across.map((path) => ({ path })))
}
