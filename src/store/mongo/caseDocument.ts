import { type CaseFieldName, caseFieldNames, caseFields } from '../../domain/cases/caseFields'
import type { CaseValues } from '../../domain/cases/caseValues'
import type { MongoDatabase } from './mongoDatabase'

/** Case values as Payload stores them in MongoDB: ids as ObjectIds, moments as dates, the rest as it is. */
export function caseDocument({
  database,
  values,
}: {
  database: MongoDatabase
  values: Readonly<Record<string, unknown>>
}): Record<string, unknown> {
  const document: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined) continue
    document[field] = typeof value === 'string' ? stored({ database, field, value }) : value
  }
  return document
}

function stored({
  database,
  field,
  value,
}: {
  database: MongoDatabase
  field: string
  value: string
}): unknown {
  const kind = Object.hasOwn(caseFields, field) ? caseFields[field as CaseFieldName].kind : 'text'
  if (kind === 'user' || kind === 'import') return database.objectId(value)
  if (kind === 'moment') return new Date(value)
  return value
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
