import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from './authenticator'
import { type Login, type Portal, startPortal } from './portal'

let portal: Portal
let admin: Login
let dak: Login
let other: Login
let caseId: string
let ownImport: string
let foreignImport: string

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  dak = await portal.login('dak_mitarbeiter', 'dak')
  other = await portal.login('dak_mitarbeiter', 'other')
  const body = { datum: '2026-02-02', fallgruppe: 'kardio', nachname: 'Tonn' }
  caseId = (await portal.call('POST', '/api/cases', { as: admin, body })).body.doc.id
  ownImport = await importOf(dak)
  foreignImport = await importOf(other)
})

afterAll(() => portal.stop())

async function importOf({ user }: Login): Promise<string> {
  const data = { filename: 'x.xlsx', kind: 'icd-xlsx', status: 'previewed', by: user.id } as const
  return (await portal.payload.create({ collection: 'imports', data })).id
}

const get = (as: Login, path: string) => portal.call('GET', path, { as })

describe('DAK staff', () => {
  test('do not set when a case was made, nor its id', async () => {
    const path = `/api/cases/${caseId}`
    const { createdAt } = (await get(dak, path)).body
    const body = { icd: 'C61', createdAt: '2001-01-01T00:00:00.000Z' }
    const refused = await portal.call('PATCH', path, { as: dak, body })
    expect([refused.status, codeOf(refused)]).toEqual([403, 'fieldForbidden'])
    await portal.call('PATCH', path, { as: dak, body: { id: 'anders' } })
    const { body: stored } = await get(dak, path)
    expect([stored.id, stored.createdAt, stored.icd ?? null]).toEqual([caseId, createdAt, null])
  })

  test('send the case as they read it, with another icd', async () => {
    const path = `/api/cases/${caseId}?depth=0`
    const body = { ...(await get(dak, path)).body, icd: 'C61' }
    expect((await portal.call('PATCH', path, { as: dak, body })).status).toBe(200)
  })

  test('change many cases at once by where, their icd and nothing else', async () => {
    const path = '/api/cases?where[nachname][equals]=Tonn'
    const saved = await portal.call('PATCH', path, { as: dak, body: { icd: 'C20' } })
    expect([saved.status, saved.body.docs[0].icd]).toEqual([200, 'C20'])
    const refused = await portal.call('PATCH', path, { as: dak, body: { ort: 'Kiel' } })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect((await portal.call('DELETE', path, { as: dak })).status).toBe(403)
    const { body: stored } = await get(dak, `/api/cases/${caseId}`)
    expect([stored.icd, stored.ort ?? null]).toEqual(['C20', null])
  })

  test('see of imports, their rows and their counts their own only', async () => {
    const { body } = await get(dak, '/api/imports')
    expect(body.docs.map(({ id }: { id: string }) => id)).toEqual([ownImport])
    expect((await get(dak, '/api/imports/count')).body.totalDocs).toBe(1)
    expect((await get(dak, `/api/imports/${ownImport}`)).status).toBe(200)
    for (const path of [
      `/api/imports/${foreignImport}`,
      ...['', '/rows', '/errors'].map((end) => `/api/import/${foreignImport}${end}`),
    ])
      expect((await get(dak, path)).status, path).toBeOneOf([403, 404])
    for (const end of ['undo', 'plan'])
      expect(
        (await portal.call('POST', `/api/import/${foreignImport}/${end}`, { as: dak, body: {} })).status,
      ).toBeOneOf([403, 404])
  })

  test('see and change their own preferences only', async () => {
    const path = '/api/payload-preferences'
    for (const as of [dak, other])
      await portal.call('POST', `${path}/nav`, { as, body: { value: { by: as.user.username } } })
    expect((await get(dak, `${path}/nav`)).body.value).toEqual({ by: 'dak' })
    const { docs } = (await get(other, path)).body
    expect(docs.map((one: any) => one.value.by)).toEqual(['other'])
    const foreign = await portal.call('PATCH', `${path}/${docs[0].id}`, { as: dak, body: { value: {} } })
    expect(foreign.status).toBeOneOf([403, 404])
  })

  test('see who edits a case, and not who edits an account', async () => {
    const { payload } = portal
    const lock = (relationTo: 'cases' | 'users', value: string) =>
      payload.create({
        collection: 'payload-locked-documents',
        data: {
          document: { relationTo, value } as never,
          user: { relationTo: 'users', value: admin.user.id },
        },
      })
    const ofCase = await lock('cases', caseId)
    const ofAccount = await lock('users', other.user.id)
    const { body } = await get(dak, '/api/payload-locked-documents?depth=2')
    expect(body.docs.map(({ id }: { id: string }) => id)).toEqual([ofCase.id])
    expect(JSON.stringify(body)).not.toContain('@example.org')
    const path = `/api/payload-locked-documents/${ofAccount.id}`
    expect((await portal.call('DELETE', path, { as: dak })).status).toBeOneOf([403, 404])
    expect((await get(admin, '/api/payload-locked-documents')).body.totalDocs).toBe(2)
  })

  test.each(['email', 'lastLogin', 'role', 'isActive'])(
    'learn nothing of others’ %s by asking for cases with it',
    async (field) => {
      await portal.call('PATCH', `/api/cases/${caseId}`, { as: admin, body: { ort: 'Kiel' } })
      const found = await get(dak, `/api/cases?where[updatedBy.${field}][exists]=true`)
      expect(found.body.totalDocs ?? 0).toBe(0)
    },
  )

  test.each([
    'where[updatedBy.hash][exists]=true',
    'sort=updatedBy.hash',
    'sort=personKey',
    'where[notizen][exists]=true',
  ])('do not ask by what is hidden: %s', async (query) => {
    expect((await get(dak, `/api/cases?${query}`)).status).toBe(400)
  })

  test('see of a populated account its name, whatever they select', async () => {
    const query = 'depth=2&select[updatedBy]=true&populate[users][email]=true&populate[users][hash]=true'
    const { body } = await get(dak, `/api/cases?${query}`)
    expect(JSON.stringify(body)).not.toMatch(/@example\.org|"hash"/)
  })
})

test('what nobody creates, nobody duplicates', async () => {
  const audit = await portal.payload.find({ collection: 'audit-log', limit: 1 })
  const auditId = audit.docs[0]?.id
  const doors = [
    [
      admin,
      'AuditLog',
      auditId,
      '{at: "2026-02-02T00:00:00.000Z", action: login, entityType: "x", entityId: "x"}',
    ],
    [dak, 'Import', ownImport, '{filename: "x", kind: icd_xlsx, status: previewed}'],
  ] as const
  for (const [as, type, id, data] of doors) {
    const { body } = await portal.graphql(
      `mutation { duplicate${type}(id: "${id}", data: ${data}) { id } }`,
      { as },
    )
    expect(body.errors[0].extensions, JSON.stringify(body)).toMatchObject({
      statusCode: 403,
      code: 'forbidden',
    })
  }
  expect((await portal.call('POST', `/api/audit-log/${auditId}/duplicate`, { as: admin })).status).toBe(403)
  expect((await portal.call('POST', `/api/imports/${ownImport}/duplicate`, { as: dak })).status).toBe(403)
})

test('GraphQL does not sort by another document’s fields either', async () => {
  const { body } = await portal.graphql('{ Cases(sort: "updatedBy.hash") { totalDocs } }', { as: dak })
  expect(body.errors[0].extensions).toMatchObject({ statusCode: 400 })
})

test('nobody unlocks, hashes or hands out tokens by writing the account', async () => {
  const body = { loginAttempts: 4, lockUntil: '2099-01-01', hash: 'x', salt: 'x', resetPasswordToken: 'x' }
  for (const as of [dak, admin]) await portal.call('PATCH', `/api/users/${as.user.id}`, { as, body })
  const stored = await portal.payload.find({ collection: 'users', showHiddenFields: true })
  for (const user of stored.docs) {
    expect(user.loginAttempts ?? 0).toBe(0)
    expect([user.lockUntil ?? null, user.resetPasswordToken ?? null]).toEqual([null, null])
    expect(user.hash).not.toBe('x')
  }
})
