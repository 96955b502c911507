import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { limitsOf } from '../../src/domain/rateLimits/rateLimits'
import { attemptCounterOf, attemptKey } from '../../src/lib/limitRate'
import { codeOf, enrol, failuresToLock, pass, signIn, stopClock } from './authenticator'
import { type Answer, type Portal, startPortal, testPassword } from './portal'

let portal: Portal

beforeAll(async () => {
  stopClock()
  portal = await startPortal()
})

afterAll(async () => {
  vi.useRealTimers()
  await portal.stop()
})

const counter = () => attemptCounterOf(portal.payload)
const maxOf = (door: Parameters<typeof limitsOf>[0], per: string) =>
  limitsOf(door).limits.find((limit) => limit.per === per)?.max ?? 0

/** As if somebody had tried so often already. */
async function tried({ key, times }: { key: string; times: number }): Promise<void> {
  for (let time = 0; time < times; time += 1) await counter().add({ key, seconds: 15 * 60, now: Date.now() })
}

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
const tryLogin = (email: string, address: string, password = 'falsch-falsch') =>
  portal.call('POST', '/api/users/login', { body: { email, password }, ...from(address) })

function expectTooMany(answer: Answer): void {
  expect([answer.status, codeOf(answer)]).toEqual([429, 'tooManyRequests'])
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(answer.body.errors[0].message).toMatch(/Bitte in \d+ (Minuten?|Sekunden?) erneut versuchen/)
}

describe('the counter', () => {
  test('counts within a stretch, takes back, and begins anew when it is over', async () => {
    const key = 'stretch'
    const now = Date.now()
    const add = (at: number) => counter().add({ key, seconds: 60, now: at })
    expect((await add(now)).count).toBe(1)
    expect(await add(now + 59_000)).toEqual({ count: 2, endsAt: now + 60_000 })
    await counter().takeBack(key)
    expect(await counter().read({ key, now })).toEqual({ count: 1, endsAt: now + 60_000 })
    expect(await counter().read({ key, now: now + 60_000 })).toBeNull()
    expect(await add(now + 61_000)).toEqual({ count: 1, endsAt: now + 121_000 })
    await counter().forget(key)
    expect(await counter().read({ key, now: now + 61_000 })).toBeNull()
  })

  test('counts every one of many at once', async () => {
    const key = 'at once'
    await Promise.all(Array.from({ length: 20 }, () => counter().add({ key, seconds: 60, now: Date.now() })))
    expect((await counter().read({ key, now: Date.now() }))?.count).toBe(20)
  })
})

describe('logins', () => {
  test('of one address are refused beyond its limit, those of another are not', async () => {
    const address = '198.51.100.7'
    await tried({ key: attemptKey('login', 'address', address), times: maxOf('login', 'address') - 1 })
    expect((await tryLogin('nobody-1@example.org', address)).status).toBe(401)
    expectTooMany(await tryLogin('nobody-2@example.org', address))
    expect((await tryLogin('nobody-2@example.org', '198.51.100.8')).status).toBe(401)
  })

  test('of one IPv6 network are those of one address', async () => {
    const key = attemptKey('login', 'address', '2001:db8:1:2::/64')
    await tried({ key, times: maxOf('login', 'address') })
    expectTooMany(await tryLogin('nobody-3@example.org', '2001:db8:1:2::1'))
    expectTooMany(await tryLogin('nobody-3@example.org', '2001:db8:1:2:ffff::2'))
    expect((await tryLogin('nobody-3@example.org', '2001:db8:1:3::1')).status).toBe(401)
  })

  test('into one account are refused beyond its limit on every door, whoever asks and whether it exists or not', async () => {
    await portal.login('dak_mitarbeiter', 'aimed.at')
    for (const email of ['aimed.at@example.org', 'no.account@example.org']) {
      const key = attemptKey('login', 'account', email)
      await tried({ key, times: maxOf('login', 'account') })
      expectTooMany(await tryLogin(` ${email.toUpperCase()}`, '203.0.113.1', testPassword))
      expectTooMany(await tryLogin(email, '203.0.113.2', testPassword))
      const body = { email, password: testPassword }
      expectTooMany(await portal.call('POST', '/api/auth/token', { body }))
      const mutation = `mutation { loginUser(email: "${email}", password: "${testPassword}") { token } }`
      const { body: said, headers } = await portal.graphql(mutation)
      expect(said.errors[0].extensions).toMatchObject({ statusCode: 429, code: 'tooManyRequests' })
      expect(headers.get('retry-after')).toBeTruthy()
    }
    pass(15 * 60 + 1)
    expect((await tryLogin('aimed.at@example.org', '203.0.113.1', testPassword)).status).toBe(200)
  })

  test('of a whole office that signs in at the same address on Monday morning are all let in', async () => {
    const address = '192.0.2.1'
    const key = attemptKey('login', 'address', address)
    await portal.login('dak_mitarbeiter', 'colleague')
    for (let person = 0; person < 5; person += 1)
      expect((await tryLogin('colleague@example.org', address, testPassword)).status).toBe(200)
    const enrolled = await enrol({ portal, name: 'with.code' })
    expect(codeOf(await tryLogin(enrolled.email, address, testPassword))).toBe('totpRequired')
    const attempts = await counter().read({ key, now: Date.now() })
    expect(attempts?.count ?? 0).toBe(0)
  })
})

describe('other doors', () => {
  const forgot = (email: string) => portal.call('POST', '/api/users/forgot-password', { body: { email } })

  test('a mail with a link is asked for only so often for one address, known or not, over REST and GraphQL', async () => {
    for (const email of ['aimed.at@example.org', 'nobody@example.org']) {
      await tried({
        key: attemptKey('forgotPassword', 'account', email),
        times: maxOf('forgotPassword', 'account') - 1,
      })
      expect((await forgot(email)).status).toBe(200)
      expectTooMany(await forgot(email))
      const { body } = await portal.graphql(`mutation { forgotPasswordUser(email: "${email}") }`)
      expect(body.errors[0].extensions.code).toBe('tooManyRequests')
    }
  })

  test('tokens are guessed only so often, and one in use is not a guess', async () => {
    const address = '198.51.100.9'
    const key = attemptKey('refreshTokens', 'address', address)
    await portal.login('dak_mitarbeiter', 'client')
    const body = { email: 'client@example.org', password: testPassword }
    const { body: tokens } = await portal.call('POST', '/api/auth/token', { body })
    const refresh = (refreshToken: string) =>
      portal.call('POST', '/api/auth/refresh', { body: { refreshToken }, ...from(address) })
    expect((await refresh(tokens.refreshToken)).status).toBe(200)
    expect((await counter().read({ key, now: Date.now() }))?.count ?? 0).toBe(0)
    await tried({ key, times: maxOf('refreshTokens', 'address') - 1 })
    expect((await refresh('guessed')).status).toBe(401)
    expectTooMany(await refresh('guessed'))
    const reset = { token: 'guessed', password: testPassword }
    await tried({
      key: attemptKey('resetPassword', 'address', address),
      times: maxOf('resetPassword', 'address'),
    })
    expectTooMany(await portal.call('POST', '/api/users/reset-password', { body: reset, ...from(address) }))
  })

  test('files by a script are work, more than ten a second are not', async () => {
    const admin = await portal.login('admin', 'importer')
    const upload = () => portal.call('POST', '/api/import/csv', { as: admin, form: new FormData() })
    const key = attemptKey('imports', 'user', admin.user.id)
    await tried({ key, times: 300 })
    expect((await upload()).status).toBe(400)
    await tried({ key, times: maxOf('imports', 'user') })
    expectTooMany(await upload())
  })
})

describe('whether an address has an account', () => {
  test('is told neither by words nor by status, not even by the lock', async () => {
    const times = await failuresToLock(portal)
    await portal.login('dak_mitarbeiter', 'known')
    const answersOf = async (email: string, count: number) => {
      const answers = []
      for (let time = 0; time < count + 1; time += 1) {
        const { status, body } = await signIn(portal, { email, password: 'falsch-falsch' })
        answers.push({ status, body })
      }
      return answers
    }
    const known = await answersOf('known@example.org', times)
    const unknown = await answersOf('unknown@example.org', 5)
    expect(known.at(-1)?.status).toBe(423)
    expect([unknown.at(0), unknown.at(-2), unknown.at(-1)]).toEqual([known.at(0), known.at(-2), known.at(-1)])
    pass(29 * 60)
    expect((await signIn(portal, { email: 'unknown@example.org' })).status).toBe(423)
    pass(61)
    const afterwards = await signIn(portal, { email: 'unknown@example.org' })
    expect(afterwards.status).toBe(401)
  })

  test('is not told by an empty password', async () => {
    const enrolled = await enrol({ portal, name: 'with.second.factor' })
    const answers = []
    for (const email of [enrolled.email, 'colleague@example.org', 'unknown-2@example.org'])
      answers.push(await signIn(portal, { email, password: ' ' }))
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
  })

  test('is not told by the time it takes to ask for a new password, nor by the answer', async () => {
    const { payload } = portal
    const send = payload.sendEmail
    const sent: unknown[] = []
    let mayGo = () => {}
    const slow = new Promise<void>((resolve) => {
      mayGo = resolve
    })
    payload.sendEmail = async (mail) => {
      await slow
      sent.push(mail.to)
    }
    try {
      // As the panel's form sends it.
      const body = (email: string) => {
        const form = new FormData()
        form.set('_payload', JSON.stringify({ email }))
        return { form }
      }
      const known = await portal.call('POST', '/api/users/forgot-password', body('colleague@example.org'))
      const unknown = await portal.call('POST', '/api/users/forgot-password', body('unknown-3@example.org'))
      expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
      expect(sent).toEqual([])
      mayGo()
      await portal.runJobs()
      expect(sent).toContainEqual({ name: '', address: 'colleague@example.org' })
      expect(sent).not.toContainEqual({ name: '', address: 'unknown-3@example.org' })
    } finally {
      payload.sendEmail = send
    }
  })
})
