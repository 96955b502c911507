import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Login, type Portal, startPortal, testPassword } from './portal'

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
})

afterAll(() => portal.stop())

const login = (email: string, password: string) =>
  portal.call('POST', '/api/users/login', { body: { email, password } })

test('five wrong passwords lock the account for 30 minutes, also for the right one', async () => {
  await portal.login('dak_mitarbeiter', 'locked')
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    expect((await login('locked@example.org', 'falsch')).status).not.toBe(200)
  }
  const answer = await login('locked@example.org', testPassword)
  expect(answer.status).toBe(423)
  expect(answer.body.errors[0].code).toBe('locked')
  const { docs } = await portal.payload.find({
    collection: 'users',
    where: { username: { equals: 'locked' } },
    showHiddenFields: true,
  })
  const minutes = (Date.parse(String(docs[0]?.lockUntil)) - Date.now()) / 60_000
  expect(minutes).toBeGreaterThan(28)
  expect(minutes).toBeLessThan(31)
})

test('only an admin unlocks', async () => {
  const body = { email: 'locked@example.org' }
  expect((await portal.call('POST', '/api/users/unlock', { as: staff, body })).status).toBe(403)
  expect((await portal.call('POST', '/api/users/unlock', { body })).status).toBe(401)
  expect((await portal.call('POST', '/api/users/unlock', { as: admin, body })).status).toBe(200)
  expect((await login('locked@example.org', testPassword)).status).toBe(200)
})

test('nobody makes themselves admin or active', async () => {
  for (const body of [{ role: 'admin' }, { isActive: false }, { mustChangePassword: true }]) {
    const answer = await portal.call('PATCH', `/api/users/${staff.user.id}`, { as: staff, body })
    expect(answer.status).toBe(403)
  }
})

test('a deactivated account neither logs in nor goes on working', async () => {
  const leaver = await portal.login('dak_mitarbeiter', 'leaver')
  await portal.call('PATCH', `/api/users/${leaver.user.id}`, { as: admin, body: { isActive: false } })
  expect((await login('leaver@example.org', testPassword)).status).toBe(403)
  expect((await portal.call('GET', '/api/cases', { as: leaver })).status).toBe(401)
  expect((await portal.call('GET', '/api/cases/pending-icd', { as: leaver })).status).toBe(401)
})

test('the first-register door is closed once there is a user', async () => {
  const body = { username: 'x', email: 'x@example.org', password: testPassword, role: 'admin' }
  expect((await portal.call('POST', '/api/users/first-register', { body })).status).toBeGreaterThanOrEqual(
    400,
  )
})

test('user name and e-mail are unique whatever the case of the address', async () => {
  const body = {
    username: 'other',
    email: 'DAK@example.org',
    password: testPassword,
    role: 'dak_mitarbeiter',
  }
  expect((await portal.call('POST', '/api/users', { as: admin, body })).status).toBe(400)
  const again = { ...body, username: 'dak', email: 'new@example.org' }
  expect((await portal.call('POST', '/api/users', { as: admin, body: again })).status).toBe(400)
})

test('no answer carries a hash, a salt or a lock', async () => {
  const { body } = await portal.call('GET', '/api/users', { as: admin })
  for (const word of ['hash', 'salt', 'loginAttempts', 'lockUntil', 'resetPasswordToken']) {
    expect(JSON.stringify(body)).not.toContain(`"${word}"`)
  }
})
