import type { ApiParameter } from '../../../endpoints/apiDocument/contract'
import type { ListedOperation } from './listOperations'

/**
 * The operation as a command to copy: the token in `$TOKEN`, parameters and body as in the examples. Of the query only
 * what must be given.
 */
export function curlOf({ method, address, operation }: ListedOperation, server: string): string {
  const { parameters, requestBody, security } = operation
  const url = `${server}${pathOf(address, parameters)}${queryOf(parameters)}`
  const form = requestBody?.content['multipart/form-data']
  const body = requestBody?.content['application/json']?.example
  return [
    `curl -sS${isFile(operation) ? 'OJ' : ''}${url.includes('[') ? 'g' : ''}${verb(method, requestBody !== undefined)} ${quoted(url)}`,
    ...(security.length > 0 ? [`-H "Authorization: Bearer $TOKEN"`] : []),
    ...(form ? ['-F file=@DATEI'] : []),
    ...(body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body))}`]),
  ].join(' \\\n  ')
}

/** curl sends a body by `POST` and everything else by `GET` unless told. */
function verb(method: string, hasBody: boolean): string {
  return method === (hasBody ? 'POST' : 'GET') ? '' : ` -X ${method}`
}

function pathOf(address: string, parameters: readonly ApiParameter[]): string {
  return address.replace(/\{(\w+)\}/g, (_, name: string) => {
    const example = parameters.find((one) => one.in === 'path' && one.name === name)?.example
    return encodeURIComponent(String(example ?? name))
  })
}

function queryOf(parameters: readonly ApiParameter[]): string {
  const given = parameters.filter(({ in: place, required }) => place === 'query' && required)
  const pairs = given.flatMap(({ name, example }) => pairsOf(name, example))
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** `where[jahr][equals]=2026` */
function pairsOf(name: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [`${name}=${encodeURIComponent(String(value))}`]
  return Object.entries(value).flatMap(([key, inner]) => pairsOf(`${name}[${key}]`, inner))
}

function isFile({ responses }: ListedOperation['operation']): boolean {
  return Object.values(responses).some(
    (response) => 'headers' in response && response.headers?.['Content-Disposition'] !== undefined,
  )
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
