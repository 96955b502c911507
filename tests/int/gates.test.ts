import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { codeOf, enrolLogin, signIn, stopClock } from './authenticator'
import { type Login, type Portal, startPortal, testPassword } from './portal'

let portal: Portal
let admin: Login

beforeAll(async () => {
  stopClock()
  portal = await startPortal()
  admin = await portal.login('admin')
  admin = (await enrolLogin({ portal, login: admin })).login
})

afterAll(async () => {
  vi.useRealTimers()
  await portal.stop()
})

/** Every way to something behind a login, and some that ask for nothing more than one. */
const doors: [string, string, unknown?][] = [
  ['GET', '/api/cases'],
  ['GET', '/api/users'],
  ['GET', '/api/users/OWN'],
  ['PATCH', '/api/users/OWN', { username: 'anders' }],
  ['GET', '/api/access'],
  ['GET', '/api/payload-preferences/nav'],
  ['POST', '/api/payload-preferences/nav', { value: {} }],
  ['GET', '/api/payload-locked-documents'],
  ['GET', '/api/globals/settings'],
  ['GET', '/api/cases/pending-icd'],
  ['PUT', '/api/cases/x/icd', { icd: 'C61' }],
  ['GET', '/api/import/log'],
  ['GET', '/api/reports/dashboard'],
  ['GET', '/api/reports/list'],
  ['GET', '/api/users/sessions'],
  ['DELETE', '/api/users/sessions'],
  ['POST', '/api/users/mfa/disable', { password: testPassword, code: '000000' }],
  ['POST', '/api/users/mfa/recovery-codes', { password: testPassword, code: '000000' }],
]

async function expectClosed(as: Login, gate: string): Promise<void> {
  for (const [method, path, body] of doors) {
    const answer = await portal.call(method, path.replace('OWN', as.user.id), { as, body })
    expect([answer.status, codeOf(answer)], `${method} ${path}`).toEqual([403, gate])
    expect(answer.body.errors[0].message).toMatch(/^Bitte .* zuerst/)
  }
  for (const query of [
    '{ Cases { totalDocs } }',
    '{ Reports { totalDocs } }',
    'mutation { createCase(data: {nachname: "X", datum: "2026-02-02", fallgruppe: onko}) { id } }',
  ]) {
    const { body } = await portal.graphql(query, { as })
    expect(body.errors[0].extensions, query).toMatchObject({ statusCode: 403, code: gate })
  }
  const user = {
    ...(await portal.payload.findByID({ collection: 'users', id: as.user.id })),
    collection: 'users' as const,
  }
  for (const collection of ['cases', 'users', 'reports', 'imports'] as const) {
    const reading = portal.payload.find({ collection, user, overrideAccess: false })
    await expect(reading, collection).rejects.toMatchObject({ status: 403 })
  }
}

const me = (as: Login) => portal.call('GET', '/api/users/me', { as })
const setPolicy = (mfaPolicy: 'optional' | 'admins' | 'all') =>
  portal.payload.updateGlobal({ slug: 'settings', data: { mfaPolicy } })

describe('who must change the password', () => {
  let newcomer: Login
  const newPassword = 'Ein-anderes-Passwort-2026'

  beforeAll(async () => {
    newcomer = await portal.login('dak_mitarbeiter', 'newcomer')
    const body = { mustChangePassword: true }
    await portal.call('PATCH', `/api/users/${newcomer.user.id}`, { as: admin, body })
  })

  test('is logged in, and everything but that is closed', async () => {
    const answer = await signIn(portal, { email: newcomer.user.email })
    expect([answer.status, answer.body.user.mustChangePassword]).toEqual([200, true])
    await expectClosed(newcomer, 'passwordChangeRequired')
    expect((await me(newcomer)).body.user.id).toBe(newcomer.user.id)
    for (const path of ['/api/users/refresh-token', '/api/users/mfa/setup']) {
      const refused = await portal.call('POST', path, { as: newcomer, body: {} })
      expect([refused.status, codeOf(refused)], path).toEqual([403, 'passwordChangeRequired'])
    }
  })

  test('has an API client in the same place', async () => {
    const body = { email: newcomer.user.email, password: testPassword }
    const { body: tokens } = await portal.call('POST', '/api/auth/token', { body })
    expect(tokens.user.mustChangePassword).toBe(true)
    await expectClosed({ ...newcomer, token: tokens.accessToken }, 'passwordChangeRequired')
    const refreshed = await portal.call('POST', '/api/auth/refresh', {
      body: { refreshToken: tokens.refreshToken },
    })
    expect([refreshed.status, codeOf(refreshed)]).toEqual([403, 'passwordChangeRequired'])
  })

  test('passes by changing it, and not by saying so', async () => {
    const body = { mustChangePassword: false }
    const said = await portal.call('PATCH', `/api/users/${newcomer.user.id}`, { as: newcomer, body })
    expect(said.status).toBe(403)
    const change = { currentPassword: testPassword, newPassword }
    const changed = await portal.call('POST', '/api/users/change-password', { as: newcomer, body: change })
    expect(changed.status).toBe(200)
    expect((await portal.call('GET', '/api/cases', { as: newcomer })).status).toBe(200)
    expect((await portal.call('GET', '/api/cases/pending-icd', { as: newcomer })).status).toBe(200)
  })

  test('may log out instead', async () => {
    await portal.payload.update({
      collection: 'users',
      id: newcomer.user.id,
      data: { mustChangePassword: true },
    })
    const { body } = await signIn(portal, { email: newcomer.user.email, password: newPassword })
    const as = { token: body.token, user: body.user }
    expect((await portal.call('POST', '/api/users/logout', { as })).status).toBe(200)
    expect((await me(as)).body.user).toBeNull()
  })

  test('passes by a reset as well, for that is a new password', async () => {
    const data = { email: newcomer.user.email }
    const token = await portal.payload.forgotPassword({ collection: 'users', data, disableEmail: true })
    const reset = await portal.call('POST', '/api/users/reset-password', {
      body: { token, password: newPassword },
    })
    const as = { token: reset.body.token, user: newcomer.user }
    expect((await portal.call('GET', '/api/cases', { as })).status).toBe(200)
  })
})

describe('the policy', () => {
  test('of these tests is optional until it is set, and an admin reads and sets it', async () => {
    const settings = await portal.call('GET', '/api/globals/settings', { as: admin })
    expect(settings.body.mfaPolicy).toBe('optional')
    const staff = await portal.login('dak_mitarbeiter', 'staff')
    expect((await portal.call('GET', '/api/cases', { as: staff })).status).toBe(200)
    const body = { mfaPolicy: 'all' }
    expect((await portal.call('POST', '/api/globals/settings', { as: staff, body })).status).toBe(403)
    expect((await portal.call('POST', '/api/globals/settings', { as: admin, body })).status).toBe(200)
    expect((await portal.call('GET', '/api/cases', { as: staff })).status).toBe(403)
    await setPolicy('optional')
    expect((await portal.call('GET', '/api/cases', { as: staff })).status).toBe(200)
  })

  test('“admins” asks admins only', async () => {
    await setPolicy('admins')
    const staff = await portal.login('dak_mitarbeiter', 'unasked')
    const other = await portal.login('admin', 'asked')
    expect((await portal.call('GET', '/api/cases', { as: staff })).status).toBe(200)
    await expectClosed(other, 'mfaEnrolmentRequired')
    expect((await portal.call('GET', '/api/cases', { as: admin })).status).toBe(200)
  })

  test('“all” asks everyone: logged in, everything closed, open once enrolled', async () => {
    await setPolicy('all')
    const staff = await portal.login('dak_mitarbeiter', 'enrolling')
    expect(staff.user).toMatchObject({ mfaEnabled: false, mfaEnrolmentRequired: true })
    await expectClosed(staff, 'mfaEnrolmentRequired')
    expect((await me(staff)).body.user.id).toBe(staff.user.id)
    expect((await portal.call('POST', '/api/users/refresh-token', { as: staff })).status).toBe(200)
    const wrongPassword = { currentPassword: 'falsch-falsch', newPassword: 'Ein-anderes-Passwort-2026' }
    const change = await portal.call('POST', '/api/users/change-password', { as: staff, body: wrongPassword })
    expect(codeOf(change)).toBe('passwordWrong')
    await enrolLogin({ portal, login: staff })
    expect((await portal.call('GET', '/api/cases', { as: staff })).status).toBe(200)
    expect((await portal.graphql('{ Cases { totalDocs } }', { as: staff })).body.data.Cases.totalDocs).toBe(0)
  })

  test('the doors that need no login stay open to someone at a gate', async () => {
    const staff = await portal.login('dak_mitarbeiter', 'visitor')
    expect((await portal.call('GET', '/api/health', { as: staff })).status).toBe(200)
    const body = { email: 'nobody@example.org', password: 'falsch-falsch' }
    expect((await portal.call('POST', '/api/users/login', { as: staff, body })).status).toBe(401)
    expect((await portal.call('POST', '/api/users/logout', { as: staff })).status).toBe(200)
  })
})
