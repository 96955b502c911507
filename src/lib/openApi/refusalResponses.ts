import type { Language } from '../../domain/language'
import { problemTexts } from '../../domain/problemTexts'
import type { RefusalCode } from '../doorContract'
import type { ApiResponse, JsonSchema } from './openApi'
import { refusalText } from './refusalText'
import { schemaRef } from './schemaRef'

export type Refusal = { status: number; codes: readonly (RefusalCode | 'problem')[] }

/** What every refusal looks like (SPEC §8). */
export const errorsSchema: JsonSchema = {
  type: 'object',
  properties: {
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          message: { type: 'string' },
          code: { type: 'string' },
          field: { type: 'string' },
        },
        required: ['message', 'code'],
        additionalProperties: true,
      },
    },
  },
  required: ['errors'],
}

/** The codes of what is wrong with a value; the entry names the field and the value. */
export const problemCodeSchema: JsonSchema = { type: 'string', enum: Object.keys(problemTexts) }

/** The name of a refusal among the document's responses: doors that refuse alike share it. */
export function refusalName({ status, codes }: Refusal): string {
  return [status, ...codes].join('-')
}

/** A refusal as a response of the document: each code with its sentence. */
export function refusalResponse({ status, codes }: Refusal, language: Language): ApiResponse {
  const said = codes.map((code) =>
    code === 'problem' ? problems[language] : `\`${code}\`: ${refusalText(code, language)}`,
  )
  return {
    description: said.join('\n\n'),
    ...(status === 429
      ? { headers: { 'Retry-After': { description: seconds[language], schema: { type: 'integer' } } } }
      : {}),
    content: {
      'application/json': { schema: refusalSchema({ status, codes }), example: exampleOf(codes, language) },
    },
  }
}

const seconds = { de: 'Sekunden, bis es wieder geht.', en: 'Seconds until it works again.' }
const problems = {
  de: 'Ein Code aus `ProblemCode`: was mit einem Wert nicht stimmt; der Eintrag nennt Feld (`field`) und Wert (`value`).',
  en: 'A code of `ProblemCode`: what is wrong with a value; the entry names the field (`field`) and the value (`value`).',
}

/** The schema of a refusal: its entries carry none but these codes. */
export function refusalSchema({ codes }: Refusal): JsonSchema {
  const named: JsonSchema = { type: 'string', enum: codes.filter((code) => code !== 'problem') }
  const code = codes.includes('problem') ? { anyOf: [named, schemaRef('ProblemCode')] } : named
  return {
    allOf: [schemaRef('Errors')],
    properties: { errors: { type: 'array', items: { type: 'object', properties: { code } } } },
  }
}

function exampleOf([first = 'internal']: Refusal['codes'], language: Language): unknown {
  const code = first === 'problem' ? 'required' : first
  return { errors: [{ message: refusalText(code, language), code }] }
}
