import type { FlattenedField, SanitizedConfig } from 'payload'
import { fieldRulesOf } from '../../access/accessOf'
import { nobody, type Rule } from '../../access/rule'
import type { Language } from '../../domain/language'
import { fieldSchema } from './fieldSchema'
import type { JsonSchema, Schemas } from './openApi'
import { rolesOf } from './rolesInWords'
import { documentName, schemaRef } from './schemaRef'

type Part = SanitizedConfig['collections'][number] | SanitizedConfig['globals'][number]
type Call = { part: Part; config: SanitizedConfig; language: Language }

/**
 * What is answered and what is taken of a collection or global, from its fields: `Case`, `CaseInput` and, where other
 * documents show less of it than it has, `UserReference`.
 */
export function documentSchemas(call: Call): Schemas {
  const { part } = call
  const name = documentName(part.slug)
  const populate = populatedFields(part)
  return {
    [name]: answered(call),
    [`${name}Input`]: taken(call),
    ...(populate ? { [`${name}Reference`]: referred(call, populate) } : {}),
  }
}

/** A whole document and nothing else. */
export function closedDocument(slug: string): JsonSchema {
  return { ...schemaRef(documentName(slug)), unevaluatedProperties: false }
}

/** What must be given to make a document. */
export function requiredInput(part: Part): string[] {
  const fields = part.flattenedFields.filter(
    (field) =>
      isWritable(part.slug, field) &&
      'required' in field &&
      field.required &&
      !('defaultValue' in field && field.defaultValue !== undefined),
  )
  return [...fields.map(({ name }) => name), ...(hasPassword(part) ? ['password'] : [])]
}

function answered(call: Call): JsonSchema {
  const { slug, flattenedFields } = call.part
  const fields = flattenedFields.filter((field) => isReadable(slug, field))
  const properties = Object.fromEntries(
    fields.map((field) => [field.name, { ...schemaOf(call, field, 'out'), ...readers(slug, field) }]),
  )
  const certain = fields.filter((field) => isCertain(call, field)).map(({ name }) => name)
  return {
    type: 'object',
    properties: { id: { type: 'string' }, ...properties, ...marksOf(call) },
    required: [...(isGlobal(call) ? [] : ['id']), ...certain.filter((name) => name !== 'id')],
  }
}

/** What Payload says beside the fields: which global it is, and that an account is one. */
function marksOf(call: Call): Schemas {
  if (isGlobal(call)) return { globalType: { type: 'string', const: call.part.slug } }
  return hasPassword(call.part) ? { collection: { type: 'string', const: call.part.slug } } : {}
}

function isGlobal({ part, config }: Call): boolean {
  return config.globals.some(({ slug }) => slug === part.slug)
}

function taken(call: Call): JsonSchema {
  const { slug, flattenedFields } = call.part
  const fields = flattenedFields.filter((field) => isWritable(slug, field))
  const password: JsonSchema = { type: 'string', minLength: 12, maxLength: 128 }
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(
        fields.map((field) => [field.name, { ...schemaOf(call, field, 'in'), ...writers(slug, field) }]),
      ),
      ...(hasPassword(call.part) ? { password } : {}),
    },
  }
}

function referred(call: Call, names: readonly string[]): JsonSchema {
  const fields = call.part.flattenedFields.filter(({ name }) => names.includes(name))
  return {
    type: 'object',
    properties: {
      id: { type: 'string' },
      ...Object.fromEntries(fields.map((field) => [field.name, schemaOf(call, field, 'out')])),
      ...marksOf(call),
    },
    required: ['id', ...names],
    additionalProperties: false,
  }
}

/** The fields of a document that other documents show, where those are not all. */
function populatedFields(part: Part): string[] | null {
  const populate = 'defaultPopulate' in part ? part.defaultPopulate : undefined
  return populate ? Object.keys(populate) : null
}

function schemaOf(call: Call, field: FlattenedField, way: 'in' | 'out'): JsonSchema {
  const group = (fields: readonly FlattenedField[]): JsonSchema => ({
    type: 'object',
    properties: Object.fromEntries(fields.map((one) => [one.name, schemaOf(call, one, way)])),
    additionalProperties: false,
  })
  const populated = (slug: string): JsonSchema => {
    const other = call.config.collections.find((one) => one.slug === slug)
    return other && populatedFields(other)
      ? schemaRef(`${documentName(slug)}Reference`)
      : closedDocument(slug)
  }
  return fieldSchema({ field, language: call.language, way, group, populated })
}

function isReadable(slug: string, field: FlattenedField): boolean {
  return !isHidden(field) && fieldRulesOf(`${slug}.${field.name}`)?.read !== nobody
}

function isWritable(slug: string, field: FlattenedField): boolean {
  const rules = fieldRulesOf(`${slug}.${field.name}`)
  const isDerived = field.admin?.readOnly === true || ('virtual' in field && Boolean(field.virtual))
  const isStamp = ['id', 'createdAt', 'updatedAt'].includes(field.name)
  return (
    !isHidden(field) &&
    !isDerived &&
    !isStamp &&
    (!rules || rules.create !== nobody || rules.update !== nobody)
  )
}

function isHidden(field: FlattenedField): boolean {
  return 'hidden' in field && field.hidden === true
}

/** Settings that nobody has saved yet have no times. */
function isCertain(call: Call, field: FlattenedField): boolean {
  const isOfAll = fieldRulesOf(`${call.part.slug}.${field.name}`)?.read === undefined
  const isStamp = !isGlobal(call) && ['createdAt', 'updatedAt'].includes(field.name)
  const isVirtual = 'virtual' in field && Boolean(field.virtual)
  return isOfAll && !isVirtual && (isStamp || ('required' in field && field.required === true))
}

function hasPassword(part: Part): boolean {
  return 'auth' in part && Boolean(part.auth)
}

function readers(slug: string, field: FlattenedField): JsonSchema {
  const read = fieldRulesOf(`${slug}.${field.name}`)?.read
  return read ? { 'x-read-roles': rolesOf(read) } : {}
}

function writers(slug: string, field: FlattenedField): JsonSchema {
  const rules = fieldRulesOf(`${slug}.${field.name}`)
  return rules ? { 'x-write-roles': rolesOf(widest(rules.create, rules.update)) } : {}
}

function widest(create: Rule, update: Rule): Rule {
  return rolesOf(create).length > rolesOf(update).length ? create : update
}
