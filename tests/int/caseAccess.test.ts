import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CaseFieldName, caseFieldNames, caseFields } from '../../src/domain/cases/caseFields'
import { type Login, type Portal, startPortal } from './portal'

let portal: Portal
let admin: Login
let staff: Login
let id: string

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
  const data = {
    datum: '2026-02-02',
    fallgruppe: 'kardio',
    nachname: 'Tonn',
    vorname: 'Regina',
    gutachten: true,
  }
  const created = await portal.call('POST', '/api/cases', { as: admin, body: data })
  expect(created.status).toBe(201)
  id = created.body.doc.id
})

afterAll(() => portal.stop())

/** A value of each kind that differs from what the case holds. */
function anotherValue(name: CaseFieldName): unknown {
  const { kind, options } = caseFields[name]
  switch (kind) {
    case 'boolean':
      return name !== 'gutachten'
    case 'number':
      return 1
    case 'day':
      return '2026-03-03'
    case 'moment':
      return '2026-03-03T10:00:00.000Z'
    case 'choice':
      return Object.keys(options ?? {})[0]
    case 'email':
      return 'someone@example.org'
    case 'kvnr':
      return 'A123456780'
    case 'richText':
      return { root: { type: 'root', children: [], direction: null, format: '', indent: 0, version: 1 } }
    case 'user':
      return staff.user.id
    case 'import':
      return '00000000-0000-0000-0000-000000000000'
    default:
      return 'Etwas anderes'
  }
}

describe('DAK staff set icd and nothing else', () => {
  for (const name of caseFieldNames.filter((field) => field !== 'icd')) {
    test(`REST refuses ${name} with 403 and names it`, async () => {
      const answer = await portal.call('PATCH', `/api/cases/${id}`, {
        as: staff,
        body: { [name]: anotherValue(name) },
      })
      expect(answer.status).toBe(403)
      expect(answer.body.errors[0]).toMatchObject({ code: 'fieldForbidden', field: name })
    })
  }

  test('REST saves icd, normalised', async () => {
    const answer = await portal.call('PATCH', `/api/cases/${id}?depth=0`, {
      as: staff,
      body: { icd: 'c50.1; C795 G' },
    })
    expect(answer.status).toBe(200)
    expect(answer.body.doc).toMatchObject({ icd: 'C50.1, C79.5', icdEingegebenVon: staff.user.id })
  })

  test('a form that sends the whole case with a changed icd is saved', async () => {
    const { body: stored } = await portal.call('GET', `/api/cases/${id}?depth=0`, { as: staff })
    const form = new FormData()
    form.set('_payload', JSON.stringify({ ...stored, icd: 'C61' }))
    const answer = await portal.call('PATCH', `/api/cases/${id}?depth=0`, { as: staff, form })
    expect(answer.status).toBe(200)
    expect(answer.body.doc).toMatchObject({ icd: 'C61', nachname: 'Tonn' })
  })

  test('a form with another field changed beside icd is refused whole', async () => {
    const { body: stored } = await portal.call('GET', `/api/cases/${id}?depth=0`, { as: staff })
    const form = new FormData()
    form.set('_payload', JSON.stringify({ ...stored, icd: 'C20', vorname: 'Anders' }))
    const answer = await portal.call('PATCH', `/api/cases/${id}`, { as: staff, form })
    expect(answer.status).toBe(403)
    expect((await portal.call('GET', `/api/cases/${id}`, { as: staff })).body).toMatchObject({
      icd: 'C61',
      vorname: 'Regina',
    })
  })

  test('GraphQL saves icd and refuses another field', async () => {
    const saved = await portal.graphql(
      `mutation { updateCase(id: "${id}", data: {icd: "c34.9 LG"}) { icd } }`,
      { as: staff },
    )
    expect(saved.body.data.updateCase).toEqual({ icd: 'C34.9' })
    const refused = await portal.graphql(
      `mutation { updateCase(id: "${id}", data: {ort: "Kiel"}) { ort } }`,
      { as: staff },
    )
    expect(refused.body.errors[0].extensions).toMatchObject({ statusCode: 403, code: 'fieldForbidden' })
  })

  test('an ICD that is none is refused by name and place and nothing is saved', async () => {
    const answer = await portal.call('PATCH', `/api/cases/${id}`, { as: staff, body: { icd: 'C50.1, XYZ' } })
    expect(answer.status).toBe(422)
    expect(answer.body.errors[0]).toMatchObject({
      code: 'invalidIcd',
      field: 'icd',
      value: 'XYZ',
      position: 2,
    })
    expect((await portal.call('GET', `/api/cases/${id}`, { as: staff })).body.icd).toBe('C34.9')
  })

  test('they neither create nor delete cases', async () => {
    const body = { datum: '2026-02-02', fallgruppe: 'onko', nachname: 'Neu' }
    expect((await portal.call('POST', '/api/cases', { as: staff, body })).status).toBe(403)
    expect((await portal.call('DELETE', `/api/cases/${id}`, { as: staff })).status).toBe(403)
  })

  test('notizen, the counting flags and the person key are not theirs to read', async () => {
    const { body } = await portal.call('GET', `/api/cases/${id}`, { as: staff })
    expect(body).not.toHaveProperty('notizen')
    expect(body).not.toHaveProperty('statistik')
    expect(body).not.toHaveProperty('personKey')
  })

  test('sorting and filtering by the person key is refused', async () => {
    const answer = await portal.call('GET', '/api/cases?where[personKey][exists]=true', { as: staff })
    expect(answer.status).toBeGreaterThanOrEqual(400)
  })
})

describe('what DAK staff cannot read', () => {
  test('of users they see themselves alone', async () => {
    const { body } = await portal.call('GET', '/api/users', { as: staff })
    expect(body.docs.map((user: { id: string }) => user.id)).toEqual([staff.user.id])
  })

  for (const path of ['/api/audit-log', '/api/import-blocks']) {
    test(`${path} answers 403`, async () => {
      expect((await portal.call('GET', path, { as: staff })).status).toBe(403)
    })
  }

  test('imports of others are not listed', async () => {
    expect((await portal.call('GET', '/api/imports', { as: staff })).body.totalDocs).toBe(0)
  })

  test('a populated user shows a name and no address', async () => {
    const { body } = await portal.call('GET', `/api/cases/${id}?depth=2`, { as: admin })
    expect(body.icdEingegebenVon).toMatchObject({ username: 'dak' })
    expect(JSON.stringify(body)).not.toContain('dak@example.org')
  })
})

describe('without a login', () => {
  for (const path of [
    'cases',
    'users',
    'icd-codes',
    'imports',
    'import-blocks',
    'reports',
    'yearly-summaries',
    'audit-log',
  ]) {
    test(`GET /api/${path} answers 401`, async () => {
      expect((await portal.call('GET', `/api/${path}`)).status).toBe(401)
    })
  }

  test('GraphQL shows nothing', async () => {
    const { body } = await portal.graphql('{ Cases { docs { id } } }')
    expect(body.data?.Cases ?? null).toBeNull()
    expect(body.errors).toHaveLength(1)
  })

  for (const [method, path] of [
    ['GET', '/api/cases/pending-icd'],
    ['PUT', '/api/cases/1/icd'],
    ['GET', '/api/cases/pending-coding'],
    ['GET', '/api/coding/queue'],
    ['PUT', '/api/coding'],
    ['GET', '/api/reports/dashboard'],
    ['GET', '/api/reports/weekly/2026/5'],
    ['POST', '/api/reports/generate'],
    ['GET', '/api/reports/list'],
    ['GET', '/api/reports/download/1'],
    ['POST', '/api/import/csv'],
    ['POST', '/api/import/csv/confirm'],
    ['GET', '/api/import/log'],
  ] as const) {
    test(`${method} ${path} answers 401`, async () => {
      const answer = await portal.call(method, path, method === 'GET' ? {} : { body: {} })
      expect(answer.status).toBe(401)
      expect(answer.body.errors[0].code).toBe('unauthenticated')
    })
  }

  test('the health check answers', async () => {
    expect(await portal.call('GET', '/api/health')).toMatchObject({ status: 200, body: { status: 'ok' } })
  })
})
