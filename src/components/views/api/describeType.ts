import type { JsonSchema, Schemas } from '../../../endpoints/apiDocument/contract'

/** A schema with what its reference leads to. */
function resolved(schema: JsonSchema, schemas: Schemas): JsonSchema {
  if (!schema.$ref) return schema
  const { $ref, ...beside } = schema
  return { ...schemas[nameOf($ref)], ...beside }
}

/** The fields that a value of the schema has, those of every part of it. */
export function fieldsOf(
  schema: JsonSchema,
  schemas: Schemas,
): { name: string; schema: JsonSchema; isRequired: boolean }[] {
  const whole = resolved(schema, schemas)
  const own = Object.entries(whole.properties ?? {}).map(([name, one]) => ({
    name,
    schema: one,
    isRequired: whole.required?.includes(name) ?? false,
  }))
  return [...(whole.allOf ?? []).flatMap((part) => fieldsOf(part, schemas)), ...own]
}

/** The part of a schema that has fields to open: an object, the entries of a list, one of several forms. */
export function innerOf(schema: JsonSchema, schemas: Schemas): JsonSchema | null {
  const whole = resolved(schema, schemas)
  if (fieldsOf(whole, schemas).length > 0) return whole
  const inner =
    whole.items ?? (typeof whole.additionalProperties === 'object' ? whole.additionalProperties : undefined)
  if (inner) return innerOf(inner, schemas)
  const forms = [...(whole.anyOf ?? []), ...(whole.oneOf ?? [])]
  return forms.map((form) => innerOf(form, schemas)).find((form) => form !== null) ?? null
}

/** The kind of a value in one line: `string (date-time) | null`, `Case[]`, `"onko" | "kardio"`. */
export function describeType(schema: JsonSchema): string {
  if (schema.$ref) return nameOf(schema.$ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  if (schema.allOf) return schema.allOf.map(describeType).join(' & ')
  const forms = schema.anyOf ?? schema.oneOf
  if (forms) return forms.map(describeType).join(' | ')
  const types = [schema.type ?? 'any'].flat()
  return types.map((type) => named(type, schema)).join(' | ')
}

function named(type: string, schema: JsonSchema): string {
  if (type === 'array') return `${schema.items ? bracketed(describeType(schema.items)) : 'any'}[]`
  if (type === 'string' && schema.format) return `string (${schema.format})`
  return type
}

function bracketed(text: string): string {
  return text.includes(' | ') ? `(${text})` : text
}

function nameOf(reference: string): string {
  return reference.split('/').at(-1) ?? reference
}
