import { expect, inject, test } from 'vitest'

/** What only the built portal shows: Payload tells its errors by the names of their classes, which a build may change. */
const account = { username: 'gesperrt', email: 'gesperrt@example.org', password: 'Ein-eigenes-Passwort-2026' }

type Body = Record<string, any>

async function call(method: string, path: string, { token, body }: { token?: string; body?: unknown } = {}) {
  const answer = await fetch(`${inject('address')}${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `JWT ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  })
  return { status: answer.status, body: (await answer.json()) as Body }
}

test('logins that fail are answered and written down for what they are', async () => {
  const admin = inject('logins').find(({ role }) => role === 'admin')
  const { email, password } = admin ?? {}
  const { token } = (await call('POST', '/api/users/login', { body: { email, password } })).body
  const data = { ...account, role: 'dak_mitarbeiter', isActive: true }
  const { doc } = (await call('POST', '/api/users', { token, body: data })).body
  const tryLogin = (secret: string, address = account.email) =>
    call('POST', '/api/users/login', { body: { email: address, password: secret } })
  for (let failure = 1; failure <= 5; failure += 1) {
    const { status, body } = await tryLogin('falsch-falsch')
    expect([status, body.errors[0].code]).toEqual([401, 'unauthenticated'])
    expect(body.errors[0].message).toMatch(/E-Mail-Adresse oder .*Passwort/)
  }
  const locked = await tryLogin(account.password)
  expect([locked.status, locked.body.errors[0].code]).toEqual([423, 'locked'])
  expect((await tryLogin(account.password, 'niemand@example.org')).status).toBe(401)
  const query = `where[entityId][equals]=${doc.id}&where[action][in]=loginFailed,lock&sort=at&limit=20`
  const { docs } = (await call('GET', `/api/audit-log?${query}`, { token })).body
  const reasonOf = ({ changes }: Body) => changes.find(({ field }: Body) => field === 'reason')?.new
  expect(docs.map((entry: Body) => [entry.action, reasonOf(entry)]).toSorted()).toEqual([
    ['lock', undefined],
    ['loginFailed', 'locked'],
    ...Array.from({ length: 5 }, () => ['loginFailed', 'password']),
  ])
})
