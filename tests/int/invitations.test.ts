import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { codeOf } from './authenticator'
import * as mailbox from './mailbox'
import { mailServer } from './mailServer'
import { type Login, type Portal, startPortal } from './portal'

// Before the portal is loaded, which reads its settings once.
const port = await vi.hoisted(async () => (await import('./mailServer')).takeMailPort())
const server = mailServer(port)

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  await server.open()
  portal = await startPortal()
  admin = await portal.login('admin', 'Ada')
  staff = await portal.login('dak_mitarbeiter', 'dak')
})

afterAll(async () => {
  await portal.stop()
  await server.close()
})

const password = 'rosenkohl mag ich'
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const invite = (body: object = {}, as: Login | undefined = admin) =>
  portal.call('POST', '/api/invitations', {
    ...(as ? { as } : {}),
    body: { role: 'dak_mitarbeiter', ...body },
  })
const register = (invitation: string, name: string, more: object = {}) =>
  portal.call('POST', '/api/users/register', {
    body: { username: name, email: `${name}@anywhere.example`, password, invitation, ...more },
  })
const accountOf = async (email: string) => {
  const { docs } = await portal.payload.find({
    collection: 'users',
    where: { email: { equals: email } },
    depth: 0,
  })
  return docs[0]
}
const signIn = (email: string) => portal.call('POST', '/api/users/login', { body: { email, password } })
const shown = async (id: string) => (await portal.call('GET', `/api/invitations/${id}`, { as: admin })).body
const expire = (id: string) =>
  portal.payload.db.updateOne({ collection: 'invitations', id, data: { expiresAt: inHours(-1) } })

describe('an invitation', () => {
  test('is a link that is shown once; stored is a hash that nobody gets to see', async () => {
    const { status, body } = await invite({ email: ' Anna@Anywhere.example ' })
    expect(status).toBe(201)
    expect(body.token).toMatch(/^[\w-]{43}$/)
    expect(body.link).toBe(`http://localhost:3000/registrieren?einladung=${body.token}`)
    expect(body.doc).toMatchObject({
      email: 'anna@anywhere.example',
      role: 'dak_mitarbeiter',
      state: 'active',
      createdBy: { username: 'Ada' },
      usedAt: null,
    })
    const hash = createHash('sha256').update(body.token).digest('base64url')
    const stored = await portal.payload.db.findOne({
      collection: 'invitations',
      where: { id: { equals: body.doc.id } },
    })
    expect(stored).toMatchObject({ tokenHash: hash })
    expect(JSON.stringify(stored)).not.toContain(body.token)
    const answers = [
      await portal.call('GET', '/api/invitations', { as: admin }),
      await portal.call('GET', `/api/invitations/${body.doc.id}?select[tokenHash]=true`, { as: admin }),
      await portal.call('GET', '/api/invitations/list', { as: admin }),
      await portal.call('GET', '/api/audit-log', { as: admin }),
      await portal.graphql('{ Invitations { docs { id role state email } } }', { as: admin }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(200)
      expect(JSON.stringify(answer.body)).toContain(body.doc.id)
      for (const secret of [hash, body.token, 'tokenHash'])
        expect(JSON.stringify(answer.body)).not.toContain(secret)
    }
  })

  test('cannot be found by its hash', async () => {
    for (const query of ['where[tokenHash][exists]=true', 'sort=tokenHash']) {
      const answer = await portal.call('GET', `/api/invitations?${query}`, { as: admin })
      if (query.startsWith('where')) expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(JSON.stringify(answer.body)).not.toMatch(/"tokenHash":/)
    }
  })

  test('is made, seen and revoked by admins only, and written by nobody', async () => {
    const { body } = await invite()
    const { id } = body.doc
    expect((await invite({}, staff)).status).toBe(403)
    expect((await portal.call('POST', '/api/invitations', { body: { role: 'admin' } })).status).toBe(401)
    for (const path of ['revoke', 'mail'])
      expect((await portal.call('POST', `/api/invitations/${id}/${path}`, { as: staff })).status).toBe(403)
    for (const path of ['', '/list', `/${id}`])
      expect((await portal.call('GET', `/api/invitations${path}`, { as: staff })).status).toBe(403)
    const data = { usedAt: null, role: 'admin' }
    expect((await portal.call('PATCH', `/api/invitations/${id}`, { as: admin, body: data })).status).toBe(403)
    expect((await portal.call('DELETE', `/api/invitations/${id}`, { as: admin })).status).toBe(403)
    const creating = await portal.graphql(
      'mutation { createInvitation(data: {tokenHash: "x", role: admin, expiresAt: "2030-01-01"}) { id } }',
      { as: admin },
    )
    expect(creating.body.errors[0]).toBeTruthy()
  })

  test.each([
    ['an end in the past', { expiresAt: inHours(-1) }, 422, 'invitationExpiry'],
    ['an end in a year', { expiresAt: inHours(24 * 365) }, 422, 'invitationExpiry'],
    ['a mail without an address', { mail: true }, 422, 'invitationWithoutAddress'],
    ['an unknown role', { role: 'chef' }, 400, 'malformed'],
    ['an address that is none', { email: 'anna' }, 400, 'malformed'],
  ])('with %s is refused', async (_, body, status, code) => {
    const answer = await invite(body)
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
  })

  test('is mailed to the address it is bound to, and once more with a new link that voids the first', async () => {
    const email = 'post@anywhere.example'
    const { body } = await invite({ email, mail: true })
    await portal.runJobs()
    const first = mailbox.lastLink(server, email)
    expect(first.href).toBe(body.link)
    const again = await portal.call('POST', `/api/invitations/${body.doc.id}/mail`, {
      as: admin,
      language: 'en',
    })
    expect(again.status).toBe(200)
    await portal.runJobs()
    expect(mailbox.mailsTo(server, email)).toHaveLength(2)
    const second = mailbox.lastLink(server, email)
    expect(codeOf(await register(first.searchParams.get('einladung') ?? '', 'post'))).toBe(
      'invitationUnknown',
    )
    expect((await register(second.searchParams.get('einladung') ?? '', 'post')).status).toBe(201)
    const used = await portal.call('POST', `/api/invitations/${body.doc.id}/mail`, { as: admin })
    expect([used.status, codeOf(used)]).toEqual([409, 'invitationNotOpen'])
  })

  test('of no address cannot be mailed', async () => {
    const { body } = await invite()
    const answer = await portal.call('POST', `/api/invitations/${body.doc.id}/mail`, { as: admin })
    expect(codeOf(answer)).toBe('invitationWithoutAddress')
  })

  test('leaves audit entries of what admins did with it', async () => {
    const { body } = await invite({ role: 'admin' })
    await portal.call('POST', `/api/invitations/${body.doc.id}/revoke`, { as: admin })
    const { docs } = await portal.payload.find({
      collection: 'audit-log',
      where: { entityId: { equals: body.doc.id } },
      sort: 'at',
      depth: 0,
    })
    expect(docs.map(({ action, user }) => [action, user])).toEqual([
      ['create', admin.user.id],
      ['revokeInvitation', admin.user.id],
    ])
    expect(docs[0]?.changes).toContainEqual({ field: 'role', old: null, new: 'admin' })
  })
})

describe('registering by invitation', () => {
  test('gives the role of the invitation; bound to the address the account is open at once', async () => {
    const { body } = await invite({ role: 'admin', email: 'chef@anywhere.example' })
    const answer = await register(body.token, 'chef')
    expect([answer.status, answer.body.next]).toEqual([201, 'signIn'])
    expect(await accountOf('chef@anywhere.example')).toMatchObject({ role: 'admin', isActive: true })
    expect((await signIn('chef@anywhere.example')).status).toBe(200)
    const used = await shown(body.doc.id)
    expect(used).toMatchObject({ state: 'used', usedBy: { username: 'chef' } })
    expect(used.usedAt).toBeTruthy()
    await portal.runJobs()
    expect(mailbox.mailsTo(server, 'chef@anywhere.example')).toHaveLength(1)
  })

  test('of no address leads through the confirmation', async () => {
    const { body } = await invite()
    const answer = await register(body.token, 'frei')
    expect([answer.status, answer.body.next]).toEqual([201, 'confirmAddress'])
    const email = 'frei@anywhere.example'
    expect(await accountOf(email)).toMatchObject({ role: 'dak_mitarbeiter', isActive: false })
    expect((await signIn(email)).status).toBe(403)
    await portal.runJobs()
    const token = mailbox.lastLink(server, email).searchParams.get('token')
    const confirmed = await portal.call('POST', '/api/users/confirm-address', { body: { token, password } })
    expect(confirmed.status).toBe(200)
    expect((await signIn(email)).status).toBe(200)
  })

  test('is possible once', async () => {
    const { body } = await invite()
    expect((await register(body.token, 'erste')).status).toBe(201)
    const again = await register(body.token, 'zweite')
    expect([again.status, codeOf(again)]).toEqual([422, 'invitationUsed'])
    expect(await accountOf('zweite@anywhere.example')).toBeUndefined()
  })

  test('of many at once makes one account', async () => {
    const { body } = await invite({ role: 'admin' })
    const names = ['a', 'b', 'c', 'd', 'e'].map((letter) => `rennen-${letter}`)
    const answers = await Promise.all(names.map((name) => register(body.token, name)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422])
    const made = await Promise.all(names.map((name) => accountOf(`${name}@anywhere.example`)))
    expect(made.filter(Boolean)).toHaveLength(1)
  })

  test.each([
    ['expired', (id: string) => expire(id), 'invitationExpired'],
    [
      'revoked',
      (id: string) => portal.call('POST', `/api/invitations/${id}/revoke`, { as: admin }),
      'invitationRevoked',
    ],
  ])('is not possible with one that is %s', async (state, end, code) => {
    const { body } = await invite()
    await end(body.doc.id)
    expect((await shown(body.doc.id)).state).toBe(state)
    const answer = await register(body.token, `zu-spaet-${state}`)
    expect([answer.status, codeOf(answer)]).toEqual([422, code])
    expect(await accountOf(`zu-spaet-${state}@anywhere.example`)).toBeUndefined()
    const revoking = await portal.call('POST', `/api/invitations/${body.doc.id}/revoke`, { as: admin })
    expect([revoking.status, codeOf(revoking)]).toEqual([409, 'invitationNotOpen'])
  })

  test('is not possible with another address than the one it is bound to, and that uses nothing up', async () => {
    const { body } = await invite({ email: 'gemeint@anywhere.example' })
    const answer = await register(body.token, 'jemand-anders')
    expect([answer.status, codeOf(answer)]).toEqual([422, 'invitationForOther'])
    expect(JSON.stringify(answer.body)).not.toContain('gemeint')
    expect((await register(body.token, 'gemeint', { email: 'GEMEINT@anywhere.example' })).status).toBe(201)
  })

  test('is not possible with an invitation that nobody made', async () => {
    const answer = await register('x'.repeat(43), 'niemand')
    expect([answer.status, codeOf(answer)]).toEqual([422, 'invitationUnknown'])
  })

  test('a password that will not do uses nothing up', async () => {
    const { body } = await invite()
    expect(codeOf(await register(body.token, 'geduld', { password: 'passwort1234' }))).toBe('passwordCommon')
    expect((await register(body.token, 'geduld')).status).toBe(201)
  })

  test('with an address that has an account answers the same, uses the invitation up and changes nothing', async () => {
    const { body } = await invite({ role: 'admin' })
    const other = await invite({ role: 'admin' })
    const unknown = await register(other.body.token, 'ganz-neu')
    const known = await register(body.token, 'dak', { email: staff.user.email })
    expect({ status: known.status, body: known.body }).toEqual({ status: 201, body: unknown.body })
    expect((await shown(body.doc.id)).state).toBe('used')
    expect(await accountOf(staff.user.email)).toMatchObject({ role: 'dak_mitarbeiter', isActive: true })
    expect((await signIn(staff.user.email)).status).toBe(401)
  })
})
