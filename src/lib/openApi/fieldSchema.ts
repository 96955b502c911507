import type { FlattenedField } from 'payload'
import type { Language } from '../../domain/language'
import { labelOf } from './labelOf'
import type { JsonSchema } from './openApi'
import { schemaRef } from './schemaRef'

type Shape = {
  field: FlattenedField
  language: Language
  /** Whether the value is sent (ids of other documents) or answered (those documents too, as far as `depth` goes). */
  way: 'in' | 'out'
  /** The schema of a group's fields. */
  group: (fields: readonly FlattenedField[]) => JsonSchema
  /** The schema of a document of a collection as it stands in another. */
  populated: (slug: string) => JsonSchema
}

/** The schema of a field's value; one that need not be there may be `null`. */
export function fieldSchema(shape: Shape): JsonSchema {
  const { field, language } = shape
  const label = 'label' in field ? labelOf(field.label, language) : undefined
  const schema = { ...(label ? { title: label } : {}), ...many(field, valueSchema(shape)) }
  const isCertain = 'required' in field && field.required && !isVirtual(field)
  return isCertain ? schema : orNull(schema, field)
}

function isVirtual(field: FlattenedField): boolean {
  return 'virtual' in field && Boolean(field.virtual)
}

function valueSchema({ field, way, group, populated }: Shape): JsonSchema {
  switch (field.type) {
    case 'checkbox':
      return { type: 'boolean' }
    case 'number':
      return { type: 'number', ...given({ minimum: field.min, maximum: field.max }) }
    case 'date':
      return { type: 'string', format: 'date-time' }
    case 'select':
    case 'radio':
      return {
        type: 'string',
        enum: field.options.map((option) => (typeof option === 'string' ? option : option.value)),
      }
    case 'relationship':
    case 'upload':
      return relationSchema(field.relationTo, way === 'out' && populated)
    case 'richText':
      return schemaRef('RichText')
    case 'json':
      return {}
    case 'group':
    case 'tab':
      return group(field.flattenedFields)
    case 'array':
      return { type: 'array', items: group(field.flattenedFields) }
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return textSchema(field)
    default:
      throw new Error(`The documentation of the API does not know fields of the type ${field.type}.`)
  }
}

type TextualField = Extract<FlattenedField, { type: 'text' | 'textarea' | 'email' | 'code' }>

function textSchema(field: TextualField): JsonSchema {
  const format = typeof field.custom?.format === 'string' ? field.custom.format : undefined
  const { minLength, maxLength } = { minLength: undefined, maxLength: undefined, ...field }
  return { type: 'string', ...given({ format, minLength, maxLength }) }
}

/** One document of one collection, or of one of several, which is named beside it. */
function relationSchema(relationTo: string | string[], populated: false | Shape['populated']): JsonSchema {
  if (typeof relationTo === 'string') {
    const id = { type: 'string' }
    return populated ? { anyOf: [id, populated(relationTo)] } : id
  }
  return {
    type: 'object',
    properties: {
      relationTo: { type: 'string', enum: relationTo },
      // Whichever it is, it may stand there whole.
      value: { type: populated ? ['string', 'object'] : 'string' },
    },
    required: ['relationTo', 'value'],
    additionalProperties: false,
  }
}

function many(field: FlattenedField, schema: JsonSchema): JsonSchema {
  return 'hasMany' in field && field.hasMany ? { type: 'array', items: schema } : schema
}

/** A group is always there; whatever else is not required may be empty. */
function orNull(schema: JsonSchema, { type }: FlattenedField): JsonSchema {
  if (type === 'group' || type === 'tab' || type === 'json') return schema
  if (schema.enum) return { ...schema, type: ['string', 'null'], enum: [...schema.enum, null] }
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] }
  if (schema.anyOf) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] }
  const { title, ...rest } = schema
  return { ...given({ title }), anyOf: [rest, { type: 'null' }] }
}

/** Without what is not given. */
function given<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>
}
