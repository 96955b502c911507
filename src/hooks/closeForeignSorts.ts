import type { CollectionBeforeOperationHook, FlattenedField, SanitizedConfig } from 'payload'
import { refusal } from '../lib/refuse'

/**
 * Nobody sorts by a field of a related document: Payload checks whether the field may be read, but not of which documents,
 * so the order would tell of accounts that one may not see.
 */
export function closeForeignSorts(config: SanitizedConfig): SanitizedConfig {
  for (const { hooks } of config.collections) hooks.beforeOperation.unshift(forbidForeignSort)
  return config
}

const forbidForeignSort: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'read' || overrideAccess || !('sort' in args)) return args
  for (const sort of [args.sort ?? []].flat()) {
    for (const field of String(sort).split(',')) {
      const path = field.trim().replace(/^-/, '').replaceAll('__', '.').split('.')
      if (path.length > 1 && isRelation(collection.flattenedFields, path[0]))
        throw refusal(req, 400, 'sortForbidden', {
          params: { field: path.join('.') },
          extra: { field: path[0] },
        })
    }
  }
  return args
}

function isRelation(fields: readonly FlattenedField[], name: string | undefined): boolean {
  const field = fields.find((one) => one.name === name)
  return field?.type === 'relationship' || field?.type === 'upload' || field?.type === 'join'
}
