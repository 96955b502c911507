import type { FlattenedField, Option, Payload } from 'payload'
import type { AuditDetail, AuditedType } from '../../domain/audit/auditEntry'
import { detailLabels, detailOptions } from '../../domain/audit/auditLabels'
import type { AuditField, AuditFieldKind } from '../../domain/audit/auditValueText'
import { caseFields, isCaseFieldName } from '../../domain/cases/caseFields'

type Label = { de: string; en: string }

/** What an entry about something may name: its fields, as the collections call them, and what is no field of any. */
export function findAuditField({
  payload,
  entityType,
  field,
}: {
  payload: Payload
  entityType: AuditedType
  field: string
}): AuditField {
  const known = fieldsOf(payload).get(`${entityType}.${field}`)
  return known ?? details.get(field) ?? { label: { de: field, en: field }, kind: 'text' }
}

/** What an entry may be about, in words. */
export function entityLabel({ payload, entityType }: { payload: Payload; entityType: AuditedType }): Label {
  if (entityType === 'files') return { de: 'Datei', en: 'File' }
  const { collections, globals } = payload.config
  const global = globals.find(({ slug }) => slug === entityType)
  const collection = collections.find(({ slug }) => slug === entityType)
  return labelOf(global?.label ?? collection?.labels.singular, entityType)
}

const made = new WeakMap<Payload, ReadonlyMap<string, AuditField>>()

function fieldsOf(payload: Payload): ReadonlyMap<string, AuditField> {
  const known = made.get(payload)
  if (known) return known
  const fields = new Map<string, AuditField>()
  for (const { slug, flattenedFields } of [...payload.config.collections, ...payload.config.globals])
    collect({ fields, list: flattenedFields, path: `${slug}.`, before: null })
  // What Payload brings along has a label of its own making, or none.
  fields.set('users.password', { label: { de: 'Passwort', en: 'Password' }, kind: 'text' })
  fields.set('users.email', { label: { de: 'E-Mail', en: 'E-mail' }, kind: 'text' })
  made.set(payload, fields)
  return fields
}

type Collecting = {
  fields: Map<string, AuditField>
  list: readonly FlattenedField[]
  path: string
  /** The label of the groups around. */
  before: Label | null
}

function collect({ fields, list, path, before }: Collecting): void {
  for (const field of list) {
    const here = path + field.name
    const own = labelOf('label' in field ? field.label : undefined, field.name)
    const label = before ? { de: `${before.de}: ${own.de}`, en: `${before.en}: ${own.en}` } : own
    if ('flattenedFields' in field)
      collect({ fields, list: field.flattenedFields, path: `${here}.`, before: label })
    else fields.set(here, { label, kind: kindOf(here, field), options: optionsOf(field) })
  }
}

/** Of days the collections know only that they are texts. */
function kindOf(path: string, field: FlattenedField): AuditFieldKind {
  const caseField = path.startsWith('cases.') ? path.slice('cases.'.length) : ''
  if (isCaseFieldName(caseField) && caseFields[caseField].kind === 'day') return 'day'
  switch (field.type) {
    case 'date':
      return 'moment'
    case 'checkbox':
      return 'boolean'
    case 'number':
      return 'number'
    case 'select':
      return 'choice'
    case 'richText':
      return 'richText'
    case 'relationship':
      return field.relationTo === 'users' ? 'user' : 'text'
    default:
      return 'text'
  }
}

function optionsOf(field: FlattenedField): AuditField['options'] {
  if (field.type !== 'select') return undefined
  const pairs = field.options.map((option: Option): [string, Label] =>
    typeof option === 'string'
      ? [option, labelOf(option, option)]
      : [option.value, labelOf(option.label, option.value)],
  )
  return Object.fromEntries(pairs)
}

function labelOf(label: unknown, otherwise: string): Label {
  if (typeof label === 'string') return { de: label, en: label }
  const isTranslated = typeof label === 'object' && label !== null && 'de' in label && 'en' in label
  return isTranslated ? { de: String(label.de), en: String(label.en) } : { de: otherwise, en: otherwise }
}

const moments: readonly AuditDetail[] = ['until']
const people: readonly AuditDetail[] = ['usedBy']

const details: ReadonlyMap<string, AuditField> = new Map(
  (Object.keys(detailLabels) as AuditDetail[]).map((name) => {
    const options = detailOptions[name]
    const special = people.includes(name) ? 'user' : moments.includes(name) ? 'moment' : 'text'
    return [
      name,
      { label: detailLabels[name], kind: options ? 'choice' : special, ...(options ? { options } : {}) },
    ]
  }),
)
