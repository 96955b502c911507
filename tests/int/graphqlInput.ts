import type { Login, Portal } from './portal'

type TypeRef = { kind: string; name: string | null; ofType: TypeRef | null }
type Member = { name: string; type: TypeRef }
type SchemaType = {
  name: string
  kind: string
  fields: Member[] | null
  inputFields: Member[] | null
  enumValues: { name: string }[] | null
}

/** The types of the GraphQL schema, as it tells of itself. */
export type SchemaTypes = {
  get(name: string): SchemaType
  /** The fields of a type and the names of what they answer. */
  fieldsOf(name: string): { name: string; type: string | null }[]
}

/** Asks the schema for its types. */
export async function schemaTypes(portal: Portal, as?: Login): Promise<SchemaTypes> {
  const ref = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }'
  const query = `{ __schema { types { name kind enumValues { name } fields { name type { ${ref} } } inputFields { name type { ${ref} } } } } }`
  const { body } = await portal.graphql(query, { as })
  const types = new Map<string, SchemaType>(
    body.data.__schema.types.map((type: SchemaType) => [type.name, type]),
  )
  const get = (name: string): SchemaType => {
    const type = types.get(name)
    if (!type) throw new Error(`The schema has no type ${name}.`)
    return type
  }
  return {
    get,
    fieldsOf: (name) =>
      (get(name).fields ?? []).map((field) => ({ name: field.name, type: innermost(field.type) })),
  }
}

function innermost({ name, ofType }: TypeRef): string | null {
  return ofType ? innermost(ofType) : name
}

/** The smallest value an input type takes, as it stands in a query. */
export function inputLiteral(types: SchemaTypes, name: string): string {
  const required = (types.get(name).inputFields ?? []).filter(({ type }) => type.kind === 'NON_NULL')
  const values = required.map((field) => `${field.name}: ${literalOf(types, field.type.ofType)}`)
  return `{${values.join(', ')}}`
}

function literalOf(types: SchemaTypes, type: TypeRef | null): string {
  if (!type?.name) return '[]'
  if (type.kind === 'ENUM') return types.get(type.name).enumValues?.[0]?.name ?? 'null'
  if (type.kind === 'INPUT_OBJECT') return inputLiteral(types, type.name)
  return scalars[type.name] ?? '"x"'
}

const scalars: Readonly<Record<string, string>> = {
  Boolean: 'false',
  Float: '1',
  Int: '1',
  JSON: '{}',
  EmailAddress: '"someone@example.org"',
  DateTime: '"2026-02-02T00:00:00.000Z"',
}
