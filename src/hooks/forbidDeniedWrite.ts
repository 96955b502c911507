import { isDeepStrictEqual } from 'node:util'
import type { FieldHook } from 'payload'
import { caseFields, isCaseFieldName } from '../domain/cases/caseFields'
import type { Language } from '../domain/language'
import { languageOf } from '../lib/language'
import { refusal } from '../lib/refuse'

/**
 * A field that the role may not write is an answered `403`; Payload would drop it and answer 200. The panel's
 * form sends every field of the document, so a value equal to the stored one is no write.
 */
export const forbidDeniedWrite: FieldHook = async (call) => {
  const { field, req, operation, overrideAccess, siblingData, originalDoc } = call
  if (overrideAccess || (operation !== 'create' && operation !== 'update')) return undefined
  if (!('name' in field) || !field.name || siblingData[field.name] === undefined) return undefined
  const access = 'access' in field ? field.access?.[operation] : undefined
  if (!access || (await access({ req, data: call.data, doc: originalDoc, siblingData }))) return undefined
  if (isSame(siblingData[field.name], originalDoc?.[field.name])) return undefined
  throw refusal(req, 403, 'fieldForbidden', {
    params: { field: field.name, label: labelOf(field.name, languageOf(req)) },
    extra: { field: field.name },
  })
}

function labelOf(name: string, language: Language): string {
  return isCaseFieldName(name) ? caseFields[name][language] : name
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === false
}

/** Empty values are alike: a form sends '' or null for what was never filled. */
function isSame(incoming: unknown, stored: unknown): boolean {
  if (isEmpty(incoming) && isEmpty(stored ?? null)) return true
  return isDeepStrictEqual(idOf(incoming), idOf(stored))
}

/** A populated relationship counts as its id. */
function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value
}
