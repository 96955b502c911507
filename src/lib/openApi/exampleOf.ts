import { exampleValue } from './exampleValues'
import type { JsonSchema, Schemas } from './openApi'

type Call = { schema: JsonSchema; schemas: Schemas; name?: string; depth?: number }

/** A value that fits a schema and looks like one: by the name of the field, its format, or its kind. */
export function exampleOf({ schema, schemas, name = '', depth = 0 }: Call): unknown {
  const inner = (one: JsonSchema, as = name) =>
    exampleOf({ schema: one, schemas, name: as, depth: depth + 1 })
  if (schema.$ref) return withRequired(referred(schema, schemas, inner), schema)
  if (schema.examples) return schema.examples[0]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => inner(part)))
  const alternative = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (alternative) return inner(alternative)
  const types = [schema.type ?? []].flat()
  const known = exampleValue({ name, schema, types })
  if (known !== undefined) return known
  if (types.includes('object')) return exampleObject(schema, inner)
  if (types.includes('array')) return schema.items && schema.maxItems !== 0 ? [inner(schema.items)] : []
  return null
}

type Inner = (schema: JsonSchema, name?: string) => unknown

function referred({ $ref = '' }: JsonSchema, schemas: Schemas, inner: Inner): unknown {
  const schema = schemas[$ref.replace('#/components/schemas/', '')]
  return schema ? inner(schema) : null
}

/** Of a body that makes a document only what must be there, so that the example can be read. */
function withRequired(value: unknown, { required }: JsonSchema): unknown {
  if (!required || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => required.includes(key)))
}

function exampleObject({ properties = {}, additionalProperties }: JsonSchema, inner: Inner): unknown {
  const named = Object.entries(properties).map(([key, one]) => [key, inner(one, key)] as const)
  if (named.length > 0 || typeof additionalProperties !== 'object') return Object.fromEntries(named)
  return { '17': inner(additionalProperties, '') }
}
