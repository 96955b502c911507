import type { Field } from 'payload'
import { type CaseFieldDefinition, type CaseFieldName, caseFields } from '../domain/cases/caseFields'
import { ruledField } from './ruledField'

/** Payload's field of one line of the table of case fields: kind, labels, options, index and who may write it. */
export function caseField(name: CaseFieldName): Field {
  const definition = caseFields[name]
  return { ...commonOf(name, definition), ...kindOf(definition) } as Field
}

const dayField = '/src/components/fields/DayField#DayField'
const dayCell = '/src/components/fields/DayCell#DayCell'
const icdField = '/src/components/fields/IcdField#IcdField'

function commonOf(name: CaseFieldName, definition: CaseFieldDefinition) {
  return {
    name,
    label: { de: definition.de, en: definition.en },
    required: definition.isRequired,
    index: definition.isIndexed,
    unique: definition.isUnique,
    // Nobody writes what is derived: what an admin's client sends for it is replaced by what the rules derive.
    ...ruledField(`cases.${name}`),
    admin: definition.isDerived ? { readOnly: true } : {},
  }
}

function kindOf(definition: CaseFieldDefinition): Record<string, unknown> {
  const admin = definition.isDerived ? { readOnly: true } : {}
  switch (definition.kind) {
    case 'text':
    case 'plz':
    case 'kvnr':
      return { type: 'text' }
    case 'icd':
      return { type: 'text', admin: { ...admin, components: { Field: icdField } } }
    case 'email':
      return { type: 'text' }
    case 'longText':
      return { type: 'textarea' }
    case 'richText':
      return { type: 'richText' }
    case 'day':
      return {
        type: 'text',
        admin: { ...admin, components: { Field: dayField, Cell: dayCell } },
        custom: { format: 'date' },
      }
    case 'moment':
      return { type: 'date', admin: { ...admin, date: { pickerAppearance: 'dayAndTime' } } }
    case 'boolean':
      return { type: 'checkbox', defaultValue: false }
    case 'number':
      return { type: 'number' }
    case 'choice':
      return { type: 'select', options: optionsOf(definition) }
    case 'user':
      return { type: 'relationship', relationTo: 'users', index: false }
    case 'import':
      return { type: 'relationship', relationTo: 'imports' }
  }
}

function optionsOf(definition: CaseFieldDefinition) {
  return Object.entries(definition.options ?? {}).map(([value, label]) => ({ value, label }))
}
