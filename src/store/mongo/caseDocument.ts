import { type CaseFieldName, caseFieldNames, caseFields } from '../../domain/cases/caseFields'
import type { CaseValues } from '../../domain/cases/caseValues'

/** Case values as Payload stores them in MongoDB: moments as dates, the rest as it is. */
export function caseDocument(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const document: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(values))
    if (value !== undefined) document[field] = isMoment(field) ? momentOf(value) : value
  return document
}

function isMoment(field: string): boolean {
  return Object.hasOwn(caseFields, field) && caseFields[field as CaseFieldName].kind === 'moment'
}

function momentOf(value: unknown): unknown {
  return typeof value === 'string' ? new Date(value) : value
}

/** The case values of a stored document, `null` where it has none; rich text stays out. */
export function valuesOfDocument(document: Readonly<Record<string, unknown>>): CaseValues {
  const values: CaseValues = {}
  for (const name of caseFieldNames) {
    if (caseFields[name].kind !== 'richText') values[name] = plain(document[name])
  }
  return values
}

function plain(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return String(value)
}
