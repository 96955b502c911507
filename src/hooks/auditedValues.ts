import type { FlattenedField } from 'payload'

type Values = Record<string, unknown>

/**
 * The values of a document's audited fields as entries tell of them: of a group each field by its path (`mailOf.report_ready`),
 * of a relationship the id, of an instant its ISO form.
 */
export function auditedValues({
  fields,
  names,
  document,
}: {
  fields: readonly FlattenedField[]
  names: readonly string[]
  document: Readonly<Values>
}): Values {
  const values: Values = {}
  for (const field of fields) if (names.includes(field.name)) collect({ field, document, path: '', values })
  return values
}

type Collecting = { field: FlattenedField; document: Readonly<Values>; path: string; values: Values }

function collect({ field, document, path, values }: Collecting): void {
  const value = document[field.name]
  const here = `${path}${field.name}`
  if (field.type !== 'group' && field.type !== 'tab') {
    values[here] = plain(field.type, value)
    return
  }
  const inner = typeof value === 'object' && value !== null ? (value as Values) : {}
  for (const part of field.flattenedFields)
    collect({ field: part, document: inner, path: `${here}.`, values })
}

function plain(type: FlattenedField['type'], value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (type === 'date') return new Date(value as string).toISOString()
  const isPopulated = type === 'relationship' && typeof value === 'object' && 'id' in value
  return isPopulated ? value.id : value
}
