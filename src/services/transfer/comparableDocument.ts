import type { FlattenedField } from 'payload'

type Values = Readonly<Record<string, unknown>>

/**
 * What of a document has to be the same on both databases: the values of its fields. Only an empty value, which one of
 * them stores and the other leaves out, and the way a moment is written make no difference.
 */
export function comparableDocument({
  fields,
  document,
}: {
  fields: readonly FlattenedField[]
  document: Values
}): Record<string, unknown> {
  const comparable: Record<string, unknown> = {}
  for (const field of fields) {
    const value = comparableValue(field, document[field.name])
    if (value !== undefined) comparable[field.name] = value
  }
  return comparable
}

function comparableValue(field: FlattenedField, value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (field.type === 'date') return new Date(String(value)).toISOString()
  if (field.type === 'array' && Array.isArray(value))
    return value.map((row: Values) => comparableDocument({ fields: field.flattenedFields, document: row }))
  if (field.type === 'group' || field.type === 'tab') {
    const group = comparableDocument({ fields: field.flattenedFields, document: value as Values })
    return Object.keys(group).length > 0 ? group : undefined
  }
  return value
}
