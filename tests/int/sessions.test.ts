import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { codeOf, failuresToLock, pass, signIn, stopClock } from './authenticator'
import { type Login, type Portal, startPortal, testPassword } from './portal'

let portal: Portal
let admin: Login
let owner: Login
let count = 0

beforeAll(async () => {
  stopClock()
  portal = await startPortal()
})

afterAll(async () => {
  vi.useRealTimers()
  await portal.stop()
})

beforeEach(async () => {
  count += 1
  admin = await portal.login('admin', `admin${count}`)
  owner = await portal.login('dak_mitarbeiter', `owner${count}`)
})

async function again(password = testPassword): Promise<Login> {
  const { status, body } = await signIn(portal, { email: owner.user.email, password })
  expect(status).toBe(200)
  return { token: body.token, user: body.user }
}

async function tokens(): Promise<{
  accessToken: string
  refreshToken: string
  expiresIn: number
  user: any
}> {
  const body = { email: owner.user.email, password: testPassword }
  const answer = await portal.call('POST', '/api/auth/token', { body })
  expect(answer.status).toBe(200)
  return answer.body
}

/** What a door of REST answers to a token; GraphQL lets in whom it does, and nobody else. */
async function doorsTo(caller: {
  as?: Login | undefined
  headers?: Record<string, string>
}): Promise<number> {
  const { status } = await portal.call('GET', '/api/cases', caller)
  const { body } = await portal.graphql('{ Cases(limit: 1) { totalDocs } }', caller)
  expect(typeof body.data?.Cases?.totalDocs).toBe(status === 200 ? 'number' : 'undefined')
  return status
}

const open = (as: Login | undefined) => doorsTo({ as })
const bearer = (token: string, scheme = 'Bearer') =>
  doorsTo({ headers: { authorization: `${scheme} ${token}` } })
const refresh = (refreshToken: string) => portal.call('POST', '/api/auth/refresh', { body: { refreshToken } })
const newPassword = 'Ein-anderes-Passwort-2026'
const changePassword = (as: Login, body: unknown) =>
  portal.call('POST', '/api/users/change-password', { as, body })

describe('a session', () => {
  test('lasts fifteen minutes, and on as long as it is renewed', async () => {
    pass(14 * 60)
    const renewed = await portal.call('POST', '/api/users/refresh-token', { as: owner })
    expect(renewed.status).toBe(200)
    expect(renewed.body.exp * 1000 - Date.now()).toBeGreaterThan(14 * 60_000)
    const later = { ...owner, token: renewed.body.refreshedToken }
    pass(14 * 60)
    expect(await open(owner)).toBe(401)
    expect(await open(later)).toBe(200)
    pass(2 * 60)
    expect(await open(later)).toBe(401)
    expect((await portal.call('POST', '/api/users/refresh-token', { as: later })).status).toBe(401)
  })

  test('is over with the logout, its token too, and the others go on', async () => {
    const other = await again()
    expect((await portal.call('POST', '/api/users/logout', { as: owner })).status).toBe(200)
    expect(await open(owner)).toBe(401)
    expect((await portal.call('POST', '/api/users/refresh-token', { as: owner })).status).toBe(401)
    expect(await open(other)).toBe(200)
  })

  test('logging out everywhere ends all of them, whichever door says so', async () => {
    const other = await again()
    expect((await portal.call('POST', '/api/users/logout?allSessions=true', { as: owner })).status).toBe(200)
    expect([await open(owner), await open(other)]).toEqual([401, 401])
    const third = await again()
    const fourth = await again()
    const { body } = await portal.graphql('mutation { logoutUser(allSessions: true) }', { as: third })
    expect(body.data.logoutUser).toBeTruthy()
    expect([await open(third), await open(fourth)]).toEqual([401, 401])
  })

  test('a token that Payload would take for genuine is none without a session', async () => {
    const { jwtSign } = await import('payload')
    const sign = (sid?: string) =>
      jwtSign({
        fieldsToSign: {
          id: owner.user.id,
          collection: 'users',
          email: owner.user.email,
          ...(sid ? { sid } : {}),
        },
        secret: portal.payload.secret,
        tokenExpiration: 900,
      })
    const { docs } = (await portal.call('GET', '/api/users/sessions', { as: admin })).body
    for (const sid of [undefined, 'x', docs[0].id]) expect(await bearer((await sign(sid)).token)).toBe(401)
    const own = (await portal.call('GET', '/api/users/sessions', { as: owner })).body.docs[0].id
    expect(await bearer((await sign(own)).token)).toBe(200)
  })
})

describe('the list of sessions', () => {
  const list = async (as: Login) => (await portal.call('GET', '/api/users/sessions', { as })).body.docs
  const end = (path: string, as?: Login) => portal.call('DELETE', `/api/users${path}`, { as })

  test('shows one’s own with device, address and time', async () => {
    await portal.call('POST', '/api/users/login', {
      body: { email: owner.user.email, password: testPassword },
      headers: { 'user-agent': 'Firefox/150', 'x-forwarded-for': '192.0.2.7' },
    })
    const docs = await list(owner)
    expect(docs).toHaveLength(2)
    expect(docs.filter((session: any) => session.isCurrent)).toHaveLength(1)
    const other = docs.find((session: any) => !session.isCurrent)
    expect(other).toMatchObject({ kind: 'panel', userAgent: 'Firefox/150', ip: '192.0.2.7' })
    expect(Date.parse(other.expiresAt) - Date.parse(other.startedAt)).toBe(15 * 60_000)
    expect((await portal.call('GET', '/api/users/sessions')).status).toBe(401)
  })

  test('one can be ended, or all others', async () => {
    const [second, third, fourth] = [await again(), await again(), await again()]
    const [, { id }] = [null, (await list(second)).find((session: any) => session.isCurrent)]
    expect((await end(`/sessions/${id}`, owner)).body).toEqual({ ended: 1 })
    expect([await open(second), await open(third)]).toEqual([401, 200])
    expect((await end(`/sessions/${id}`, owner)).status).toBe(404)
    expect((await end('/sessions', owner)).body).toEqual({ ended: 2 })
    expect([await open(third), await open(fourth), await open(owner)]).toEqual([401, 401, 200])
  })

  test('nobody ends another’s but an admin, who leaves an entry in the log', async () => {
    const [{ id }] = await list(admin)
    expect((await end(`/sessions/${id}`, owner)).status).toBe(404)
    expect((await end(`/${admin.user.id}/sessions`, owner)).status).toBe(403)
    expect((await end(`/${admin.user.id}/sessions`)).status).toBe(401)
    expect(await open(admin)).toBe(200)
    expect((await end(`/${owner.user.id}/sessions`, admin)).body).toEqual({ ended: 1 })
    expect(await open(owner)).toBe(401)
    const where = { entityId: { equals: owner.user.id }, action: { equals: 'endSessions' } }
    const { docs } = await portal.payload.find({ collection: 'audit-log', where, depth: 0 })
    expect(docs[0]).toMatchObject({ user: admin.user.id, changes: [{ field: 'sessions', new: 1 }] })
  })
})

describe('changing one’s own password', () => {
  test('needs the present one, ends the other sessions and the tokens, and keeps this one', async () => {
    const other = await again()
    const api = await tokens()
    const wrong = await changePassword(owner, { currentPassword: 'falsch-falsch', newPassword })
    expect([wrong.status, codeOf(wrong), wrong.body.errors[0].field]).toEqual([
      422,
      'passwordWrong',
      'currentPassword',
    ])
    const same = await changePassword(owner, { currentPassword: testPassword, newPassword: testPassword })
    expect([same.status, codeOf(same)]).toEqual([422, 'passwordUnchanged'])
    const changed = await changePassword(owner, { currentPassword: testPassword, newPassword })
    expect(changed.status).toBe(200)
    expect([await open(owner), await open(other), await bearer(api.accessToken)]).toEqual([200, 401, 401])
    expect((await refresh(api.refreshToken)).status).toBe(401)
    expect((await signIn(portal, { email: owner.user.email })).status).toBe(401)
    await again(newPassword)
    expect((await portal.call('POST', '/api/users/refresh-token', { as: owner })).status).toBe(200)
  })

  test('five wrong ones lock the account', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1)
      await changePassword(owner, { currentPassword: 'falsch-falsch', newPassword })
    const answer = await changePassword(owner, { currentPassword: testPassword, newPassword })
    expect([answer.status, codeOf(answer)]).toEqual([423, 'locked'])
    expect((await signIn(portal, { email: owner.user.email })).status).toBe(423)
  })

  test('is possible by no other way', async () => {
    const body = { password: newPassword }
    for (const [as, id] of [
      [owner, owner.user.id],
      [admin, admin.user.id],
    ] as const) {
      const answer = await portal.call('PATCH', `/api/users/${id}`, { as, body })
      expect([answer.status, codeOf(answer)]).toEqual([403, 'ownPasswordElsewhere'])
    }
    const bulk = await portal.call('PATCH', '/api/users?where[username][exists]=true', { as: admin, body })
    expect(bulk.status).toBe(403)
    const query = `mutation { updateUser(id: "${owner.user.id}", data: { password: "${newPassword}" }) { id } }`
    const graphql = await portal.graphql(query, { as: owner })
    expect(graphql.body.errors[0].extensions.code).toBe('ownPasswordElsewhere')
    expect((await signIn(portal, { email: owner.user.email })).status).toBe(200)
  })

  test('an admin sets another’s, which ends every session of theirs', async () => {
    const api = await tokens()
    const path = `/api/users/${owner.user.id}`
    expect((await portal.call('PATCH', path, { as: admin, body: { password: newPassword } })).status).toBe(
      200,
    )
    expect([await open(owner), await bearer(api.accessToken), await open(admin)]).toEqual([401, 401, 200])
  })
})

describe('an account that changes', () => {
  test.each([
    ['another role', { role: 'admin' }, 200],
    ['a deactivation', { isActive: false }, 403],
  ] as const)('%s ends sessions and tokens at once', async (_, body, loginStatus) => {
    const api = await tokens()
    const path = `/api/users/${owner.user.id}`
    expect((await portal.call('PATCH', path, { as: admin, body })).status).toBe(200)
    expect([await open(owner), await bearer(api.accessToken)]).toEqual([401, 401])
    const renewed = await refresh(api.refreshToken)
    expect([renewed.status, codeOf(renewed)]).toEqual([401, 'refreshTokenInvalid'])
    expect((await signIn(portal, { email: owner.user.email })).status).toBe(loginStatus)
  })

  test('any other change leaves them alone', async () => {
    const path = `/api/users/${owner.user.id}`
    const body = { username: `renamed${count}`, role: 'dak_mitarbeiter', isActive: true }
    expect((await portal.call('PATCH', path, { as: admin, body })).status).toBe(200)
    expect(await open(owner)).toBe(200)
  })

  test('any other change leaves them alone also when something has ended sessions before', async () => {
    const path = `/api/users/${owner.user.id}`
    await portal.call('PATCH', path, { as: admin, body: { password: newPassword } })
    const { body: later } = await signIn(portal, { email: owner.user.email, password: newPassword })
    const body = { username: `renamed again${count}` }
    expect((await portal.call('PATCH', path, { as: admin, body })).status).toBe(200)
    expect(await open(later)).toBe(200)
  })

  test('a login that was under way when the account was deactivated opens nothing', async () => {
    const pending = signIn(portal, { email: owner.user.email })
    await new Promise((resolve) => setTimeout(resolve, 20))
    await portal.call('PATCH', `/api/users/${owner.user.id}`, { as: admin, body: { isActive: false } })
    const { status, body } = await pending
    if (status === 200) expect(await open({ token: body.token, user: owner.user })).toBe(401)
    const stored = await portal.payload.findByID({ collection: 'users', id: owner.user.id })
    expect(stored.isActive).toBe(false)
  })
})

describe('tokens of API clients', () => {
  test('an access token of fifteen minutes opens with Bearer and with JWT', async () => {
    const api = await tokens()
    expect(api.expiresIn).toBe(900)
    expect(api.user).toMatchObject({ id: owner.user.id, email: owner.user.email, role: 'dak_mitarbeiter' })
    expect([await bearer(api.accessToken), await bearer(api.accessToken, 'JWT')]).toEqual([200, 200])
    expect(await bearer(api.refreshToken)).toBe(401)
    pass(16 * 60)
    expect(await bearer(api.accessToken)).toBe(401)
    const next = await refresh(api.refreshToken)
    expect(await bearer(next.body.accessToken)).toBe(200)
  })

  test('a refresh token is good once; a second use ends the family', async () => {
    const first = await tokens()
    const second = (await refresh(first.refreshToken)).body
    const third = (await refresh(second.refreshToken)).body
    expect(await bearer(third.accessToken)).toBe(200)
    const stolen = await refresh(first.refreshToken)
    expect([stolen.status, codeOf(stolen)]).toEqual([401, 'refreshTokenInvalid'])
    expect(await bearer(third.accessToken)).toBe(401)
    expect((await refresh(third.refreshToken)).status).toBe(401)
    expect(await open(owner)).toBe(200)
  })

  test('of two uses at once one at most succeeds, and then its family is over', async () => {
    const { refreshToken } = await tokens()
    const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken), refresh(refreshToken)])
    const granted = answers.filter(({ status }) => status === 200)
    expect(granted.length).toBeLessThanOrEqual(1)
    for (const { body } of granted) expect(await bearer(body.accessToken)).toBe(401)
  })

  test('seven days without use end it, each use begins them anew', async () => {
    const day = 24 * 60 * 60
    const first = await tokens()
    pass(6 * day)
    const second = (await refresh(first.refreshToken)).body
    pass(6 * day)
    const third = await refresh(second.refreshToken)
    expect(third.status).toBe(200)
    pass(7 * day + 1)
    expect((await refresh(third.body.refreshToken)).status).toBe(401)
  })

  test('revoking ends the family, and says the same of a token that is none', async () => {
    const api = await tokens()
    const revoke = (refreshToken: string) =>
      portal.call('POST', '/api/auth/revoke', { body: { refreshToken } })
    expect((await revoke(api.refreshToken)).body).toEqual({ revoked: true })
    expect(await bearer(api.accessToken)).toBe(401)
    expect((await refresh(api.refreshToken)).status).toBe(401)
    expect((await revoke('erfunden')).body).toEqual({ revoked: true })
  })

  test('the access token does not prolong itself', async () => {
    const api = await tokens()
    const as = { token: api.accessToken, user: owner.user }
    expect((await portal.call('POST', '/api/users/refresh-token', { as })).status).toBe(401)
  })

  test('is in the list of sessions and ends with it', async () => {
    const api = await tokens()
    const { docs } = (await portal.call('GET', '/api/users/sessions', { as: owner })).body
    const { id } = docs.find((session: any) => session.kind === 'api')
    await portal.call('DELETE', `/api/users/sessions/${id}`, { as: owner })
    expect(await bearer(api.accessToken)).toBe(401)
    expect((await refresh(api.refreshToken)).status).toBe(401)
  })

  test('a wrong password is refused and counted', async () => {
    const body = { email: owner.user.email, password: 'falsch-falsch' }
    const failures = await failuresToLock(portal)
    for (let attempt = 1; attempt <= failures; attempt += 1)
      expect((await portal.call('POST', '/api/auth/token', { body })).status).toBe(401)
    expect((await portal.call('POST', '/api/auth/token', { body })).status).toBe(423)
  })

  test('only hashes of refresh tokens are stored', async () => {
    const api = await tokens()
    const { docs } = await portal.payload.find({ collection: 'refresh-tokens', limit: 0, depth: 0 })
    expect(docs.length).toBeGreaterThan(0)
    expect(JSON.stringify(docs)).not.toContain(api.refreshToken)
  })
})
