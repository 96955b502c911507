import { randomUUID } from 'node:crypto'
import { registerSchema, validate } from '@hyperjump/json-schema/openapi-3-1'
import type { ApiDocument, ApiOperation } from '../../src/lib/openApi/openApi'
import type { Answer } from './portal'

export type Described = { method: string; address: string; operation: ApiOperation }
type Asked = { method: string; path: string; answer: Answer }

/** The documentation of the API, made to judge answers. */
export type ApiDescription = {
  operations: Described[]
  find(method: string, path: string): Described | undefined
  /** What an answer has that the documentation does not say; nothing when it fits. */
  troubleWith(asked: Asked): Promise<string[]>
  /** Whether a value fits the schema at a place in the document such as `components/schemas/Case`. */
  fits(place: readonly string[], value: unknown): Promise<string[]>
}

/** Reads a document; it must be a valid one. */
export function describeApi(document: ApiDocument): ApiDescription {
  const uri = `https://portal.test/${randomUUID()}`
  registerSchema(document as never, uri, 'https://spec.openapis.org/oas/3.1/dialect/base')
  const operations = Object.entries(document.paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      address,
      operation,
    })),
  )
  const find = finder(operations)
  const fits = async (place: readonly string[], value: unknown): Promise<string[]> => {
    const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    const output = await validate(`${uri}#/${pointer.join('/')}`, value as never, 'BASIC')
    return output.valid ? [] : wrongIn(output)
  }
  const troubleWith = async ({ method, path, answer }: Asked) => {
    const found = find(method, path)
    if (!found) return []
    const place = placeOf(found, answer.status)
    if (!place) return [`status ${answer.status}`]
    const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
    const response = at(document, place) as { content?: object }
    if (!Object.keys(response.content ?? {}).includes(type)) return [`${answer.status} ${type}`]
    return type === 'application/json' ? fits([...place, 'content', type, 'schema'], answer.body) : []
  }
  return { operations, find, fits, troubleWith }
}

/** Looks an operation up, those without parameters in their address first; some tests measure time, so this is quick. */
function finder(operations: readonly Described[]): ApiDescription['find'] {
  const known = operations
    .map((one) => ({ one, matches: matching(one.address), parameters: one.address.split('{').length }))
    .sort((left, right) => left.parameters - right.parameters)
  return (method, path) => {
    const asked = path.split('?')[0] ?? ''
    return known.find(({ one, matches }) => one.method === method && matches.test(asked))?.one
  }
}

function matching(address: string): RegExp {
  return new RegExp(`^${address.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)
}

function placeOf({ method, address, operation }: Described, status: number): string[] | null {
  const response = operation.responses[status]
  if (!response) return null
  if ('$ref' in response) return response.$ref.replace('#/', '').split('/')
  return ['paths', address, method.toLowerCase(), 'responses', String(status)]
}

/** Where a value does not fit, and what of the schema it breaks. */
function wrongIn(output: object): string[] {
  const { errors = [] } = output as {
    errors?: { instanceLocation: string; absoluteKeywordLocation: string }[]
  }
  return errors.map((error) => `${error.instanceLocation} ${error.absoluteKeywordLocation}`)
}

function at(document: object, place: readonly string[]): unknown {
  return place.reduce<any>((value, part) => value?.[part], document)
}
