import type { JsonSchema } from './openApi'

const id = '0193b3f0-5c2a-7e41-9d0b-2f6a1c8e4b57'
const moment = '2026-02-09T08:15:00.000Z'

/** What fields of these names look like; people and numbers are invented. */
const byName: Readonly<Record<string, unknown>> = {
  nachname: 'Tonn',
  vorname: 'Regina',
  geburtsdatum: '1960-04-28',
  kvnr: 'D410126355',
  fallId: '2026-06-onko-Tonn',
  jahr: 2026,
  kw: 6,
  datum: '2026-02-02',
  icd: 'C50.1',
  code: 'C50.1',
  hauptgruppe: 'C50',
  q: 'C50',
  crmTicketId: 'CRM-100234',
  plz: '20097',
  ort: 'Hamburg',
  message: 'Ein Satz.',
  value: 'Text',
  email: 'name@dak.de',
  username: 'Erika Beispiel',
  domain: 'dak.de',
  password: 'vier Worte ohne Bezug',
  currentPassword: 'vier Worte ohne Bezug',
  newPassword: 'andere Worte genauso gut',
  totp: '123456',
  where: { jahr: { equals: 2026 } },
  sort: '-createdAt',
  limit: 10,
  page: 1,
  depth: 1,
  filename: 'Berichtswesen_2026_KW06.xlsx',
  importId: id,
  row: 17,
  field: 'icd',
}

const byFormat: Readonly<Record<string, unknown>> = {
  'date-time': moment,
  date: '2026-02-02',
  email: 'name@dak.de',
}

type Call = { name: string; schema: JsonSchema; types: readonly string[] }

/** An example of a simple value: by its name where that kind of value may stand there, by its format, or by its kind. */
export function exampleValue({ name, schema, types }: Call): unknown {
  const named = Object.hasOwn(byName, name) ? byName[name] : undefined
  if (named !== undefined && fits(named, types)) return named
  if (schema.format && schema.format in byFormat) return byFormat[schema.format]
  if (schema.default !== undefined) return schema.default
  return ofKind(name, schema, types)
}

function ofKind(name: string, schema: JsonSchema, types: readonly string[]): unknown {
  if (types.length === 0) return {}
  if (types.includes('boolean')) return true
  if (types.includes('number') || types.includes('integer')) return schema.minimum ?? 0
  if (!types.includes('string')) return undefined
  if (/(^id|Id)$/.test(name)) return id
  return /(At|Login)$/.test(name) ? moment : 'Text'
}

function fits(value: unknown, types: readonly string[]): boolean {
  const type = typeof value
  return types.includes(type) || (type === 'number' && types.includes('integer'))
}
