import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Portal } from './portal'

let portal: Portal

beforeAll(async () => {
  process.env.PUBLIC_URL = 'https://zweitmeinung.example.org'
  const { startPortal } = await import('./portal')
  portal = await startPortal()
})

afterAll(() => portal.stop())

test('under https the cookie travels by https alone, and counts for pages of that address alone', async () => {
  const { token } = await portal.login('dak_mitarbeiter', 'staff')
  const { testPassword } = await import('./portal')
  const body = { email: 'staff@example.org', password: testPassword }
  const login = await portal.call('POST', '/api/users/login', { body })
  expect(login.headers.get('set-cookie')).toMatch(/; ?Secure/i)
  const ask = async (origin: string) => {
    const headers = { cookie: `payload-token=${token}`, origin }
    return (await portal.call('GET', '/api/cases', { headers })).status
  }
  expect(await ask('https://zweitmeinung.example.org')).toBe(200)
  expect(await ask('http://zweitmeinung.example.org')).toBe(401)
  expect(await ask('http://localhost:3000')).toBe(401)
})
