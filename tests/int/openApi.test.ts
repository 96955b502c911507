import { readFileSync } from 'node:fs'
import { validate } from '@hyperjump/json-schema/openapi-3-1'
import config from '@payload-config'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as table from '../../src/access/rolesTable'
import type { Rule } from '../../src/access/rule'
import { type Door, doorsOf, ruleOfDoor } from '../../src/lib/doors'
import { importIcdCatalogue } from '../../src/services/icd/importIcdCatalogue'
import { accountCalls } from './apiCalls/accountCalls'
import { adminCalls } from './apiCalls/adminCalls'
import { caseCalls } from './apiCalls/caseCalls'
import { importCalls } from './apiCalls/importCalls'
import { lockCalls } from './apiCalls/lockCalls'
import { reportCalls } from './apiCalls/reportCalls'
import type { World } from './apiCalls/world'
import { type ApiDescription, describeApi } from './apiDescription'
import { mailServer } from './mailServer'
import { startPortal } from './portal'

// Before the portal is loaded, which reads its settings once.
const port = await vi.hoisted(async () => (await import('./mailServer')).takeMailPort())
const server = mailServer(port)

let world: World
let document: any
let description: ApiDescription

beforeAll(async () => {
  await server.open()
  const portal = await startPortal()
  world = { portal, admin: await portal.login('admin'), server, known: new Map() }
  const bytes = readFileSync(new URL('../fixtures/samples/icd10gm-sample_kodes.txt', import.meta.url))
  const req = await createLocalReq({}, portal.payload)
  await importIcdCatalogue({ req, filename: 'icd10gm2026syst_kodes.txt', bytes })
  document = (await portal.call('GET', '/api/openapi.json', { as: world.admin })).body
  description = describeApi(document)
})

afterAll(async () => {
  await world.portal.stop()
  await server.close()
})

const calls = { ...accountCalls, ...caseCalls, ...importCalls, ...reportCalls, ...adminCalls, ...lockCalls }
const nameOf = ({ method, address }: { method: string; address: string }) => `${method} ${address}`

describe('the document', () => {
  test('is valid OpenAPI 3.1, its schemas among it, in both languages', async () => {
    for (const language of ['de', 'en'] as const) {
      const { status, body } = await world.portal.call('GET', '/api/openapi.json', {
        as: world.admin,
        language,
      })
      expect(status).toBe(200)
      const found = await validate('https://spec.openapis.org/oas/3.1/schema-base', body, 'BASIC')
      expect(found).toEqual({ valid: true })
    }
  })

  test('speaks the language of whoever asks, and names every operation once', async () => {
    const { body } = await world.portal.call('GET', '/api/openapi.json', { as: world.admin, language: 'en' })
    expect(document.paths['/api/cases/{id}/icd'].put.summary).toBe('ICD-Codes eines Falls setzen')
    expect(body.paths['/api/cases/{id}/icd'].put.summary).toBe('Set the ICD codes of a case')
    const ids = description.operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const subjects = document.tags.map(({ name }: { name: string }) => name)
    for (const { operation } of description.operations) expect(subjects).toContain(operation.tags[0])
  })

  test('has every door that somebody may open, each at its addresses, and no other', async () => {
    const wanted = doorsOf(await config)
      .filter((door) => !isNobodys(ruleOfDoor(door)) && !asksOfClosed(door))
      .flatMap(({ name }) =>
        name.endsWith('?') ? [name.replace(/\/:\w+\?$/, ''), name.slice(0, -1)] : [name],
      )
      .map((name) => name.replace(/:(\w+)/g, '{$1}'))
      .filter((name) => !behindAnother.has(name))
    const there = description.operations.map(nameOf)
    expect(there.sort()).toEqual([...new Set(wanted)].sort())
    for (const name of [
      'GET /api/cases',
      'PATCH /api/cases/{id}',
      'POST /api/import/{id}/undo',
      'GET /api/globals/settings',
    ])
      expect(there).toContain(name)
  })

  test('says of each operation who may do it', () => {
    const roles = (name: string) =>
      description.operations.find((one) => nameOf(one) === name)?.operation['x-roles']
    expect(roles('GET /api/health')).toBe('anybody')
    expect(roles('POST /api/import/csv')).toEqual({ admin: 'all', dak_mitarbeiter: 'none' })
    expect(roles('GET /api/import/log')).toEqual({ admin: 'all', dak_mitarbeiter: 'own' })
    expect(roles('PATCH /api/cases/{id}')).toEqual({ admin: 'all', dak_mitarbeiter: 'all' })
    const { CaseInput, Case, User } = document.components.schemas
    expect(CaseInput.properties.icd['x-write-roles']).toEqual(['admin', 'dak_mitarbeiter'])
    expect(CaseInput.properties.nachname['x-write-roles']).toEqual(['admin'])
    expect(Case.properties.notizen['x-read-roles']).toEqual(['admin'])
    expect(Object.keys(User.properties)).not.toEqual(expect.arrayContaining(['hash']))
    expect(JSON.stringify(document)).not.toMatch(/"(hash|salt|tokenHash|sessionEpoch|personKey)"/)
  })

  test('has examples that fit their schemas', async () => {
    const wrong: string[] = []
    for (const { method, address, operation } of description.operations) {
      const place = ['paths', address, method.toLowerCase()]
      const contents = Object.entries(operation.responses).flatMap(([status, response]) =>
        'content' in response ? [{ at: [...place, 'responses', status], content: response.content }] : [],
      )
      const { requestBody } = operation
      if (requestBody) contents.push({ at: [...place, 'requestBody'], content: requestBody.content })
      for (const { at, content } of contents) {
        const json = content?.['application/json']
        if (!json) continue
        const trouble = await description.fits([...at, 'content', 'application/json', 'schema'], json.example)
        if (trouble.length > 0) wrong.push(`${at.join(' ')}: ${trouble[0]}`)
      }
      for (const [index, { name, example }] of operation.parameters.entries()) {
        const trouble = await description.fits(
          [...place, 'parameters', String(index), 'schema'],
          example as never,
        )
        if (trouble.length > 0) wrong.push(`${nameOf({ method, address })} ${name}: ${trouble[0]}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

const isNobodys = (rule: Rule | undefined) => rule?.roles.length === 0 && !rule.rows

/** What one may do with a collection in which nobody may do anything. */
function asksOfClosed({ of }: Door): boolean {
  if (!of?.name.startsWith('POST /access')) return false
  const parts: Readonly<Record<string, object>> =
    of.kind === 'collections' ? table.collections : table.globals
  const { panel, ...rules } = parts[of.slug] as Record<string, Rule>
  return Object.values(rules).every(isNobodys)
}

/** `/:key` stands before these, so nobody reaches them. */
const behindAnother = new Set([
  'GET /api/payload-preferences/{id}',
  'GET /api/payload-preferences/count',
  'DELETE /api/payload-preferences/{id}',
  'POST /api/payload-preferences/access',
])

describe.sequential('every operation, called so that it succeeds, answers as described', () => {
  test('there is a call of each', () => {
    expect(Object.keys(calls).sort()).toEqual(description.operations.map(nameOf).sort())
  })

  for (const [name, call] of Object.entries(calls)) {
    test(name, async () => {
      const { path, answer } = await call(world)
      const [method = ''] = name.split(' ')
      const found = description.find(method, path)
      expect(found && nameOf(found)).toBe(name)
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
      expect(await description.troubleWith({ method, path, answer })).toEqual([])
    })
  }
})

test('without a login every operation that is not for anybody is a 401 as described', async () => {
  const wrong: string[] = []
  for (const { method, address, operation } of description.operations) {
    const path = address.replace(/\{\w+\}/g, '1')
    const hasBody = method !== 'GET' && method !== 'DELETE'
    const answer = await world.portal.call(method, path, hasBody ? { body: {} } : {})
    const isForAnybody = operation['x-roles'] === 'anybody'
    expect(operation.security.length === 0, nameOf({ method, address })).toBe(isForAnybody)
    const trouble = await description.troubleWith({ method, path, answer })
    if ((answer.status === 401) === isForAnybody && !answersForItself.has(nameOf({ method, address })))
      trouble.push(`${answer.status}`)
    if (trouble.length > 0) wrong.push(`${method} ${address}: ${trouble.join()}`)
  }
  expect(wrong).toEqual([])
})

/** These answer 401 to what they are asked, not to who asks. */
const answersForItself = new Set(['POST /api/users/login', 'POST /api/users/reset-password'])

test('a document that says something else does not fit', async () => {
  const answer = await world.portal.call('GET', '/api/health')
  const judge = async (change: (health: any) => void) => {
    const other = structuredClone(document)
    change(other.paths['/api/health'].get.responses)
    return describeApi(other).troubleWith({ method: 'GET', path: '/api/health', answer })
  }
  expect(await judge(() => {})).toEqual([])
  const schemaOf = (responses: any) => responses['200'].content['application/json'].schema
  expect(await judge((responses) => delete responses['200'])).toEqual(['status 200'])
  expect(await judge((responses) => (schemaOf(responses).properties.status = { const: 'fine' }))).not.toEqual(
    [],
  )
  expect(await judge((responses) => schemaOf(responses).required.push('since'))).not.toEqual([])
  expect(await judge((responses) => delete schemaOf(responses).properties.status)).not.toEqual([])
})
