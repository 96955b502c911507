import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { curlOf } from './curlOf'
import type { ListedOperation } from './listOperations'

const listed = (method: string, address: string, operation: object) =>
  ({
    method,
    address,
    operation: { parameters: [], security: [], responses: {}, ...operation },
  }) as unknown as ListedOperation
const signedIn = [{ bearer: [] }]

/** What the shell hands to curl. */
const words = (command: string) =>
  execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }\nTOKEN=abc\n${command}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')

test('a list needs the token and no more', () => {
  const limit = { name: 'limit', in: 'query', required: false, example: 10 }
  const command = curlOf(
    listed('GET', '/api/cases', { security: signedIn, parameters: [limit] }),
    'https://portal.example',
  )
  expect(words(command)).toEqual([
    '-sS',
    'https://portal.example/api/cases',
    '-H',
    'Authorization: Bearer abc',
  ])
})

test('an address and a condition are filled from the examples', () => {
  const id = { name: 'id', in: 'path', required: true, example: 'a/b' }
  const where = { name: 'where', in: 'query', required: true, example: { jahr: { equals: 2026 } } }
  const command = curlOf(listed('DELETE', '/api/cases/{id}', { parameters: [id, where] }), '')
  expect(words(command)).toEqual(['-sSg', '-X', 'DELETE', '/api/cases/a%2Fb?where[jahr][equals]=2026'])
})

test('a body is sent as JSON, with any sign in it', () => {
  const requestBody = { content: { 'application/json': { example: { nachname: "d'Or $HOME `id`" } } } }
  const command = curlOf(listed('PUT', '/x', { requestBody }), '')
  const sent = words(command)
  expect(sent.slice(0, 4)).toEqual(['-sS', '-X', 'PUT', '/x'])
  expect(JSON.parse(sent.at(-1) ?? '')).toEqual({ nachname: "d'Or $HOME `id`" })
})

test('a file is sent as a form, and one that is answered is stored', () => {
  const requestBody = { content: { 'multipart/form-data': { schema: {} } } }
  expect(words(curlOf(listed('POST', '/x', { requestBody }), ''))).toEqual(['-sS', '/x', '-F', 'file=@DATEI'])
  const responses = { 200: { headers: { 'Content-Disposition': {} } } }
  expect(words(curlOf(listed('GET', '/x', { responses }), ''))).toEqual(['-sSOJ', '/x'])
})
