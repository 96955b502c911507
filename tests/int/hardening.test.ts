import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { codeOf } from './authenticator'
import { type Login, type Portal, startPortal, testPassword } from './portal'

let portal: Portal
let admin: Login
let staff: Login
let other: Login
let caseId = ''

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'staff')
  other = await portal.login('dak_mitarbeiter', 'other')
  const body = { nachname: 'Tonn', datum: '2026-02-02', fallgruppe: 'onko', notizen: richText('geheim') }
  const created = await portal.call('POST', '/api/cases', { as: admin, body })
  expect(created.status).toBe(201)
  caseId = created.body.doc.id
})

afterAll(() => portal.stop())

function richText(text: string) {
  const node = { type: 'text', text, version: 1 }
  const paragraph = { type: 'paragraph', version: 1, children: [node] }
  return { root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children: [paragraph] } }
}

describe('GraphQL', () => {
  const refused = async (query: string, variables?: unknown) => {
    const answer = await portal.graphql(query, { as: staff, body: { query, variables } })
    expect(answer.body.data).toBeUndefined()
    return answer.body.errors as { message: string; extensions?: { code?: string } }[]
  }

  test('logs in once in a request, however the second login is named or hidden', async () => {
    const login = 'loginUser(email: "staff@example.org", password: "falsch-falsch") { token }'
    for (const query of [
      `mutation { a: ${login} b: ${login} }`,
      `mutation { ${login} ...Again } fragment Again on Mutation { again: ${login} }`,
      `mutation { ... { a: ${login} } resetPasswordUser(token: "x", password: "y") { token } }`,
      `mutation { a: forgotPasswordUser(email: "a@b.de") b: forgotPasswordUser(email: "c@d.de") }`,
    ]) {
      const [error] = await refused(query)
      expect(error?.extensions?.code, query).toBe('queryTooManySignIns')
      expect(error?.message).toMatch(/^Eine Abfrage darf sich nur einmal anmelden/)
    }
    const { body } = await portal.graphql(`mutation { ${login} }`)
    expect(body.errors[0].extensions.code).toBe('unauthenticated')
  })

  test('takes no batch of operations', async () => {
    const query = '{ Cases { totalDocs } }'
    const answer = await portal.graphql('', { as: staff, body: [{ query }, { query }] })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).not.toContain('totalDocs')
  })

  test('refuses depth, aliases and size beyond its limits, and everything real is within them', async () => {
    const deep = `{ Cases { docs ${'{ updatedBy '.repeat(8)}{ id }${' }'.repeat(8)} } }`
    expect((await refused(deep))[0]?.extensions?.code).toBe('queryTooDeep')
    const aliases = Array.from({ length: 31 }, (_, index) => `a${index}: Cases { totalDocs }`)
    expect((await refused(`{ ${aliases.join(' ')} }`))[0]?.extensions?.code).toBe('queryTooManyAliases')
    const fields = `{ Cases { docs { ${'nachname '.repeat(1001)} } } }`
    expect((await refused(fields))[0]?.extensions?.code).toBe('queryTooLarge')
    const real = '{ Cases(limit: 5) { totalDocs docs { id fallId nachname updatedBy { id username } } } }'
    expect((await portal.graphql(real, { as: staff })).body.errors).toBeUndefined()
  })

  test('refuses fragments that double with each step, or hold themselves, without walking them', async () => {
    const steps = Array.from(
      { length: 40 },
      (_, step) => `fragment F${step} on Cases { docs { id } ...F${step + 1} ...F${step + 1} }`,
    )
    const doubling = `{ Cases { ...F0 } } ${steps.join(' ')} fragment F40 on Cases { totalDocs }`
    const start = performance.now()
    expect((await refused(doubling))[0]?.extensions?.code).toBe('queryTooLarge')
    expect(performance.now() - start).toBeLessThan(5000)
    const abyss = `${'{ Cases '.repeat(50_000)}{ id }${' }'.repeat(50_000)}`
    const answer = await portal.graphql(abyss, { as: staff })
    expect(answer.status).toBeLessThan(500)
    expect(answer.body.data ?? null).toBeNull()
    const endless = '{ Cases { ...F } } fragment F on Cases { ...F }'
    expect((await refused(endless))[0]?.extensions?.code).toBe('queryTooDeep')
  })

  test('answers no field that somebody guessed at with one that exists', async () => {
    for (const [query, variables] of [
      ['{ Case { id } }'],
      ['{ Cases { docs { nachnam } } }'],
      ['{ Cases(limi: 1) { totalDocs } }'],
      ['{ Cases(where: { nachnam: { equals: "x" } }) { totalDocs } }'],
      ['query ($where: Case_where) { Cases(where: $where) { totalDocs } }', { where: { nachnam: {} } }],
      ['query ($n: Cas_where) { Cases(where: $n) { totalDocs } }', {}],
    ] as const) {
      const errors = await refused(query, variables)
      expect(errors[0]?.message).toBeTruthy()
      expect(JSON.stringify(errors), query).not.toMatch(/did you mean/i)
    }
  })

  test('shows its schema to nobody in production', async () => {
    const introspection = '{ __schema { types { name } } }'
    expect((await portal.graphql(introspection, { as: staff })).body.data.__schema).toBeTruthy()
    vi.stubEnv('NODE_ENV', 'production')
    const closed = [await refused(introspection), await refused('{ __type(name: "User") { name } }')]
    vi.unstubAllEnvs()
    expect(closed.flat().map(({ message }) => message)).toEqual(
      Array(2).fill(expect.stringMatching(/introspection/)),
    )
    const playground = await portal.call('GET', '/api/graphql-playground', { as: admin })
    expect(playground.status).toBe(404)
  })

  test('takes no request of a form, which a foreign page could send', async () => {
    const headers = { 'content-type': 'text/plain' }
    expect((await portal.graphql('{ Cases { totalDocs } }', { as: staff, headers })).status).toBe(415)
  })
})

describe('fields that are closed', () => {
  const filters = (path: string, field: string) => [
    `${path}?where[${field}][exists]=true`,
    `${path}?where[${field}][like]=a`,
    `${path}?where[and][0][or][0][${field}][not_equals]=a`,
    `${path}?sort=${field}`,
    `${path}?sort=-${field}`,
  ]

  test('are neither sorted nor filtered by over REST', async () => {
    const doors = [
      ...filters('/api/cases', 'notizen'),
      ...filters('/api/cases', 'notizen.root'),
      ...filters('/api/cases/count', 'notizen').slice(0, 3),
      ...filters('/api/cases', 'updatedBy.email').slice(3),
      ...filters('/api/cases', 'updatedBy.hash'),
      ...filters('/api/cases', 'icdEingegebenVon.loginAttempts'),
      ...filters('/api/cases', 'import.by.salt'),
      ...['hash', 'salt', 'resetPasswordToken', 'loginAttempts', 'lockUntil', 'sessionEpoch'].flatMap(
        (field) => filters('/api/users', field),
      ),
    ]
    const leaks = []
    for (const path of doors) {
      const answer = await portal.call('GET', path, { as: staff })
      leaks.push([path, answer.status, JSON.stringify(answer.body).slice(0, 300)])
    }
    expect(leaks.filter(([, status]) => status !== 400 && status !== 403)).toEqual([])
  })
})

describe('filtering by who others are', () => {
  const count = async (as: Login, query: string) =>
    (await portal.call('GET', `/api/cases?${query}`, { as })).body.totalDocs

  test('finds nothing of others, and what is one’s own', async () => {
    expect(await count(admin, 'where[updatedBy.email][like]=admin')).toBe(1)
    expect(await count(staff, 'where[updatedBy.email][like]=admin')).toBe(0)
    expect(await count(staff, 'where[updatedBy.email][not_equals]=x')).toBe(0)
    const query = '{ Cases(sort: "updatedBy.email") { totalDocs } }'
    const { body } = await portal.graphql(query, { as: staff })
    expect(body.errors[0].extensions.code).toBe('sortForbidden')
    const hidden = '{ Cases(sort: "notizen") { totalDocs } }'
    expect((await portal.graphql(hidden, { as: staff })).body.data?.Cases ?? null).toBeNull()
    const filtered = '{ Cases(where: { notizen: { exists: true } }) { totalDocs } }'
    expect((await portal.graphql(filtered, { as: staff })).body.data?.Cases ?? null).toBeNull()
    expect((await portal.graphql(filtered, { as: admin })).body.data.Cases.totalDocs).toBe(1)
  })
})

describe('request bodies', () => {
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    portal.call('POST', path, { as: admin, raw: body, headers })

  test('larger than a megabyte are refused in words, on every door, before they are read', async () => {
    const body = JSON.stringify({ email: 'x'.repeat(1024 * 1024) })
    const json = { 'content-type': 'application/json' }
    for (const path of ['/api/users/login', '/api/cases', '/api/auth/token', '/api/graphql']) {
      const answer = await post(path, body, json)
      expect([answer.status, codeOf(answer)], path).toEqual([413, 'bodyTooLarge'])
      expect(answer.body.errors[0].message).toContain('1 MB')
    }
    const told = await post('/api/users/login', '{}', { ...json, 'content-length': String(2 * 1024 * 1024) })
    expect(told.status).toBe(413)
    const override = { 'content-type': 'application/x-www-form-urlencoded', 'x-http-method-override': 'GET' }
    expect((await post('/api/cases', `limit=1&x=${body}`, override)).status).toBe(413)
  })

  test('without an end are read as far as the limit', async () => {
    let read = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        read += 64 * 1024
        controller.enqueue(new Uint8Array(64 * 1024))
      },
    })
    expect((await post('/api/users/login', endless, { 'content-type': 'application/json' })).status).toBe(413)
    expect(read).toBeLessThan(2 * 1024 * 1024)
  })

  test('that hold a prototype change nobody else', async () => {
    const headers = { 'content-type': 'application/json' }
    const polluted = ['__proto__', 'constructor', 'prototype'].map(
      (key) => `"${key}": {"isAdmin": true, "role": "admin", "prototype": {"isAdmin": true}}`,
    )
    const answers = [
      await post(
        '/api/cases',
        `{"nachname": "Proto", "datum": "2026-02-02", "fallgruppe": "onko", ${polluted}}`,
        headers,
      ),
      await post('/api/users/login', `{${polluted}}`, headers),
      await post('/api/import/csv/confirm', `{"importId": "x", "decisions": {${polluted[0]}}}`, headers),
      await portal.call('GET', '/api/cases?where[__proto__][isAdmin]=true&__proto__[isAdmin]=1', {
        as: admin,
      }),
      await portal.call('POST', '/api/payload-preferences/__proto__', { as: staff, body: { value: {} } }),
    ]
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])
    expect({}).not.toHaveProperty('isAdmin')
  })

  test('that are no JSON, or nested without end, are refused and show nothing of the inside', async () => {
    const headers = { 'content-type': 'application/json' }
    const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    for (const path of ['/api/cases', '/api/users/login', '/api/auth/token', '/api/import/csv/confirm'])
      for (const body of ['{', 'null', '[]', '"text"', nested, `{"nachname": ${nested}}`]) {
        const answer = await post(path, body, headers)
        expect(answer.status, `${path} ${body.slice(0, 20)}`).toBeLessThan(500)
        expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\/src\/|at \w+ \(/)
      }
  })
})

describe('an unexpected error', () => {
  test('shows a sentence and a code, and nothing of what happened', async () => {
    const { find } = portal.payload.db
    portal.payload.db.find = () => {
      throw new Error('SQLITE_ERROR: no such column cases.secret at /srv/portal/src/store.ts:1')
    }
    try {
      const rest = await portal.call('GET', '/api/cases', { as: admin })
      expect([rest.status, rest.body]).toEqual([
        500,
        { errors: [{ message: expect.stringMatching(/^Ein unerwarteter Fehler/), code: 'internal' }] },
      ])
      const graphql = await portal.graphql('{ Cases { totalDocs } }', { as: admin })
      expect(JSON.stringify(graphql.body)).not.toMatch(/SQLITE|srv|stack/)
      expect(graphql.body.errors[0].extensions.code).toBe('internal')
    } finally {
      portal.payload.db.find = find
    }
  })
})

describe('cookies and foreign pages', () => {
  const cookieOf = (answer: { headers: Headers }) => answer.headers.get('set-cookie') ?? ''

  test('the session cookie is for the portal alone, and no script reads it', async () => {
    const body = { email: 'other@example.org', password: testPassword }
    const answer = await portal.call('POST', '/api/users/login', { body })
    expect(cookieOf(answer)).toMatch(/HttpOnly/i)
    expect(cookieOf(answer)).toMatch(/SameSite=Lax/i)
    expect(cookieOf(answer)).not.toMatch(/Domain=/i)
  })

  test('the cookie counts only for pages of the portal itself', async () => {
    const cookie = `payload-token=${staff.token}`
    const ask = (headers: Record<string, string>) =>
      portal.call('GET', '/api/cases', { headers: { cookie, ...headers } }).then(({ status }) => status)
    expect(await ask({ origin: 'http://localhost:3000' })).toBe(200)
    expect(await ask({ 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await ask({ origin: 'https://evil.example' })).toBe(401)
    expect(await ask({ 'sec-fetch-site': 'cross-site' })).toBe(401)
    expect(await ask({})).toBe(401)
  })

  test('no other origin may read an answer', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    for (const method of ['OPTIONS', 'GET', 'POST']) {
      const answer = await portal.call(method, '/api/cases', {
        as: method === 'GET' ? staff : undefined,
        headers,
      })
      expect(answer.headers.get('access-control-allow-origin'), method).toBeNull()
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    }
  })
})

describe('Payload’s own collections', () => {
  const slugs = [
    'payload-locked-documents',
    'payload-preferences',
    'payload-jobs',
    'payload-migrations',
    'payload-kv',
  ]

  test('are not in GraphQL', async () => {
    const { body } = await portal.graphql('{ __schema { types { name } } }', { as: admin })
    const names = body.data.__schema.types.map(({ name }: { name: string }) => name)
    expect(names.filter((name: string) => /^payload(?!_?jobs_?stat)/i.test(name))).toEqual([])
    expect(names).toContain('Case')
  })

  test('show and take nothing without a login', async () => {
    for (const slug of slugs)
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/x'],
        ['POST', ''],
        ['PATCH', ''],
        ['PATCH', '/x'],
        ['DELETE', ''],
        ['DELETE', '/x'],
      ] as const) {
        const answer = await portal.call(method, `/api/${slug}${path}`, method === 'GET' ? {} : { body: {} })
        // Payload answers a preference that is not there so.
        const isNothing = answer.status === 200 && answer.body.value === null
        if (!isNothing) expect([400, 401, 403, 404, 501], `${method} ${slug}${path}`).toContain(answer.status)
      }
  })

  test('jobs, migrations and keys are nobody’s', async () => {
    for (const slug of ['payload-jobs', 'payload-migrations', 'payload-kv'])
      for (const as of [staff, admin]) {
        expect([403, 404, 501], slug).toContain((await portal.call('GET', `/api/${slug}`, { as })).status)
        expect([403, 404, 501], slug).toContain(
          (await portal.call('POST', `/api/${slug}`, { as, body: {} })).status,
        )
      }
    for (const path of ['run', 'handle-schedules'])
      expect((await portal.call('GET', `/api/payload-jobs/${path}`, { as: staff })).status).toBe(403)
  })

  test('preferences are each one’s own', async () => {
    const path = '/api/payload-preferences/columns'
    const body = { value: { mine: true } }
    expect((await portal.call('POST', path, { as: staff, body })).status).toBe(200)
    expect((await portal.call('GET', path, { as: staff })).body.value).toEqual({ mine: true })
    expect((await portal.call('GET', path, { as: other })).body.value ?? null).toBeNull()
    for (const as of [other, admin]) {
      const { body: list } = await portal.call('GET', '/api/payload-preferences', { as })
      expect(list.docs.filter(({ key }: { key: string }) => key === 'columns')).toEqual([])
    }
    const { docs } = await portal.payload.find({
      collection: 'payload-preferences',
      where: { key: { equals: 'columns' } },
    })
    const stolen = await portal.call('PATCH', `/api/payload-preferences/${docs[0]?.id}`, {
      as: other,
      body: { value: 1 },
    })
    expect([403, 404]).toContain(stolen.status)
    expect((await portal.call('DELETE', path, { as: other })).status).not.toBe(200)
    expect((await portal.call('GET', path, { as: staff })).body.value).toEqual({ mine: true })
  })

  test('a lock is seen by who may edit the document, and changes only into one’s own', async () => {
    const lock = (relationTo: 'cases' | 'users', value: string) =>
      portal.payload.create({
        collection: 'payload-locked-documents',
        data: { document: { relationTo, value }, user: { relationTo: 'users', value: admin.user.id } },
      })
    const ofCase = await lock('cases', caseId)
    const ofUser = await lock('users', other.user.id)
    const path = '/api/payload-locked-documents'
    const seen = async (as: Login) =>
      (await portal.call('GET', path, { as })).body.docs.map(({ id }: { id: string }) => id).sort()
    expect(await seen(staff)).toEqual([ofCase.id])
    expect(await seen(admin)).toEqual([ofCase.id, ofUser.id].sort())
    const { body } = await portal.call('GET', `${path}?depth=2`, { as: staff })
    expect(JSON.stringify(body)).not.toContain('@example.org')
    expect(
      (
        await portal.call('POST', path, {
          as: staff,
          body: { globalSlug: 'settings', user: { relationTo: 'users', value: other.user.id } },
        })
      ).status,
    ).toBe(403)
    const takeOver = { globalSlug: 'settings', user: { relationTo: 'users', value: other.user.id } }
    await portal.call('PATCH', `${path}/${ofCase.id}`, { as: staff, body: takeOver })
    const taken = await portal.payload.findByID({
      collection: 'payload-locked-documents',
      id: ofCase.id,
      depth: 0,
    })
    expect(taken).toMatchObject({
      user: { value: staff.user.id },
      document: { relationTo: 'cases', value: caseId },
    })
    expect(taken.globalSlug ?? null).toBeNull()
  })
})

describe('what others see of an account', () => {
  test('is its name, wherever it is populated', async () => {
    await portal.call('PUT', `/api/cases/${caseId}/icd`, { as: other, body: { icd: 'C50.1' } })
    for (const depth of [1, 2, 10]) {
      const { body } = await portal.call('GET', `/api/cases/${caseId}?depth=${depth}`, { as: staff })
      expect(JSON.stringify(body)).not.toContain('@example.org')
    }
    const query = '{ Cases { docs { icdEingegebenVon { id username email role } updatedBy { email } } } }'
    const { body } = await portal.graphql(query, { as: staff })
    expect(JSON.stringify(body)).not.toContain('other@example.org')
    expect(JSON.stringify(body)).not.toContain('admin@example.org')
    const populate = `/api/cases/${caseId}?depth=2&populate[users][email]=true&populate[users][hash]=true`
    expect(JSON.stringify((await portal.call('GET', populate, { as: staff })).body)).not.toContain(
      'other@example.org',
    )
  })
})

test('what may be done is told to nobody without a login', async () => {
  expect((await portal.call('GET', '/api/access')).status).toBe(401)
  const me = await portal.call('GET', '/api/users/me')
  expect(me.body.user).toBeNull()
})

test('a file is served as an attachment that is run nowhere', async () => {
  const { body } = await portal.call('POST', '/api/reports/generate', {
    as: admin,
    body: { jahr: 2026, kw: 6 },
  })
  const download = await portal.call('GET', body.downloadUrl, { as: staff })
  expect(download.headers.get('content-disposition')).toMatch(/^attachment/)
  const { docs } = await portal.payload.find({ collection: 'reports', limit: 1 })
  const stored = await portal.call('GET', `/api/reports/file/${docs[0]?.filename}`, { as: staff })
  expect(stored.status).toBe(200)
  expect(stored.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(stored.headers.get('x-content-type-options')).toBe('nosniff')
})
