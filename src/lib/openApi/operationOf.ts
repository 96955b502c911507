import type { Rule } from '../../access/rule'
import type { Language } from '../../domain/language'
import type { DoorContract } from '../doorContract'
import { fileMediaTypes } from '../fileMediaTypes'
import { exampleOf } from './exampleOf'
import { jsonSchemaOf } from './jsonSchemaOf'
import type { ApiContent, ApiOperation, ApiResponse, Schemas } from './openApi'
import { parametersOf } from './parametersOf'
import { type Refusal, refusalName, refusalSchema } from './refusalResponses'
import { refusalsOf } from './refusalsOf'
import { reachOf, rolesInWords } from './rolesInWords'
import { subjectOf } from './subjects'

type Call = {
  method: string
  address: string
  rule: Rule
  contract: DoorContract
  language: Language
  schemas: Schemas
}

/** One operation of the document: what a door takes and gives, to whom, and why it may refuse. */
export function operationOf(call: Call): ApiOperation {
  const { method, address, rule, contract, language, schemas } = call
  const names = [...address.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const requestBody = requestBodyOf(call)
  return {
    operationId: operationId(method, address),
    tags: [subjectOf(address)],
    summary: contract.title[language],
    description: rolesInWords({ rule, language }),
    security: rule.roles === 'anybody' ? [] : [{ cookie: [] }, { bearer: [] }, { jwt: [] }],
    parameters: parametersOf({ contract, names, language, schemas }),
    ...(requestBody ? { requestBody } : {}),
    responses: responsesOf(call),
    'x-roles': reachOf(rule),
    'x-open-at': rule.openAt ?? [],
  }
}

/** `GET /api/cases/{id}/icd` → `getCasesByIdIcd`. */
function operationId(method: string, address: string): string {
  const words = address
    .replace(/^\/api\//, '')
    .split(/[/-]/)
    .map((word) => word.replace(/^\{(\w+)\}$/, 'by-$1'))
    .flatMap((word) => word.split('-'))
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('')
}

function requestBodyOf({ contract, schemas }: Call): ApiOperation['requestBody'] {
  const { body, upload } = contract
  if (upload) return { required: true, content: formWithFile(upload.map((kind) => fileMediaTypes[kind])) }
  if (!body) return undefined
  const schema = jsonSchemaOf(body, 'input')
  return {
    required: true,
    content: { 'application/json': { schema, example: exampleOf({ schema, schemas }) } },
  }
}

function formWithFile(mediaTypes: readonly string[]): ApiContent {
  const file = { type: 'string', contentMediaType: mediaTypes[0] }
  const schema = { type: 'object', properties: { file }, required: ['file'] }
  return { 'multipart/form-data': { schema, encoding: { file: { contentType: mediaTypes.join(', ') } } } }
}

const texts = {
  de: {
    answer: 'Die Antwort.',
    other: 'Eine andere Antwort.',
    later: 'Ein Auftrag erledigt es; der Stand ist abzufragen.',
    file: 'Die Datei.',
  },
  en: {
    answer: 'The answer.',
    other: 'Another answer.',
    later: 'A job does it; ask for its state.',
    file: 'The file.',
  },
} satisfies Record<Language, Record<string, string>>

function responsesOf(call: Call): ApiOperation['responses'] {
  const { contract, language } = call
  const { output, download, status = 200, others = {} } = contract
  const said = texts[language]
  const refusals = refusalsOf(call)
  const answers: Record<string, ApiResponse | { $ref: string }> = Object.fromEntries(
    refusals.map((refusal) => [refusal.status, { $ref: `#/components/responses/${refusalName(refusal)}` }]),
  )
  if (download)
    answers[status] = fileAnswer(
      download.map((kind) => fileMediaTypes[kind]),
      said.file,
    )
  else if (output) answers[status] = { description: said.answer, content: jsonContent(call, output) }
  for (const [key, schema] of Object.entries(others)) {
    const refusal = refusals.find((one) => String(one.status) === key)
    const description = key === '202' ? said.later : said.other
    answers[key] = { description, content: jsonContent(call, schema, refusal) }
  }
  return answers
}

/** A status may stand for an answer and for a refusal. */
function jsonContent(
  { schemas }: Call,
  zod: NonNullable<DoorContract['output']>,
  refusal?: Refusal,
): ApiContent {
  const schema = jsonSchemaOf(zod, 'output')
  const example = exampleOf({ schema, schemas })
  return {
    'application/json': { schema: refusal ? { anyOf: [schema, refusalSchema(refusal)] } : schema, example },
  }
}

function fileAnswer(mediaTypes: readonly string[], description: string): ApiResponse {
  return {
    description,
    headers: { 'Content-Disposition': { description: 'attachment; filename=…', schema: { type: 'string' } } },
    content: Object.fromEntries(
      mediaTypes.map((type) => [type, { schema: { type: 'string', contentMediaType: type } }]),
    ),
  }
}
