import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { codeOf, type Enrolled, enrol, failuresToLock, pass, signIn, stopClock } from './authenticator'
import { type Login, type Portal, startPortal, testPassword } from './portal'

let portal: Portal
let admin: Login
let staff: Login
let enrolled: Enrolled
let count = 0
let failures: number

beforeAll(async () => {
  stopClock()
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
  failures = await failuresToLock(portal)
})

afterAll(async () => {
  vi.useRealTimers()
  await portal.stop()
})

/** Everyone's own account, for locks and used codes are of one account. */
beforeEach(async () => {
  count += 1
  enrolled = await enrol({ portal, name: `enrolled${count}` })
})

const login = (totp?: string, password?: string) => signIn(portal, { email: enrolled.email, password, totp })
const wrong = async () => ((Number(await enrolled.code()) + 1) % 1_000_000).toString().padStart(6, '0')
const post = (path: string, body: unknown, as = enrolled.login) =>
  portal.call('POST', `/api/users${path}`, { as, body })

describe('logging in', () => {
  test('asks for the code once the password is right, and for nothing before', async () => {
    const missing = await login()
    expect(missing.status).toBe(401)
    expect(codeOf(missing)).toBe('totpRequired')
    const badPassword = await login(undefined, 'falsch-falsch')
    expect(badPassword.status).toBe(401)
    expect(codeOf(badPassword)).toBe('unauthenticated')
    expect((await login(await enrolled.nextCode())).status).toBe(200)
  })

  test('five wrong codes with the right password lock the account, for the right code too', async () => {
    for (let attempt = 1; attempt <= failures; attempt += 1) {
      const answer = await login(await wrong())
      expect(answer.status, `attempt ${attempt}`).toBe(401)
      expect(codeOf(answer)).toBe('unauthenticated')
    }
    const locked = await login(await enrolled.nextCode())
    expect(locked.status).toBe(423)
    expect(codeOf(locked)).toBe('locked')
    pass(31 * 60)
    expect((await login(await enrolled.code())).status).toBe(200)
    admin = (await signIn(portal, { email: 'admin@example.org' })).body
    staff = (await signIn(portal, { email: 'dak@example.org' })).body
  })

  test('the right password without a code does not forget the wrong codes before', async () => {
    for (let attempt = 1; attempt < failures; attempt += 1) await login(await wrong())
    expect(codeOf(await login())).toBe('totpRequired')
    await login(await wrong())
    expect((await login(await enrolled.nextCode())).status).toBe(423)
  })

  test('a code is good once, and so is the one it was set up with', async () => {
    expect((await login(await enrolled.code())).status).toBe(401)
    const code = await enrolled.nextCode()
    expect((await login(code)).status).toBe(200)
    expect((await login(code)).status).toBe(401)
  })

  test('of two logins at once with one code one succeeds', async () => {
    const code = await enrolled.nextCode()
    const answers = await Promise.all([login(code), login(code), login(code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
  })

  test('a recovery code stands in for a code, once', async () => {
    const [first = '', second = ''] = enrolled.recoveryCodes
    expect((await login(first.toLowerCase())).status).toBe(200)
    expect((await login(first)).status).toBe(401)
    const answers = await Promise.all([login(second), login(second)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  test("another account's code is no code", async () => {
    const other = await enrol({ portal, name: `other${count}` })
    expect((await login(await other.nextCode())).status).toBe(401)
    expect((await login(other.recoveryCodes[0])).status).toBe(401)
  })

  test('GraphQL takes the code in a header, and counts wrong ones as REST does', async () => {
    const logIn = (code: string) =>
      portal.graphql(
        `mutation { loginUser(email: "${enrolled.email}", password: "${testPassword}") { token } }`,
        {
          headers: { 'x-totp': code },
        },
      )
    const codeOfError = (answer: { body: any }) => answer.body.errors[0].extensions.code
    expect(codeOfError(await logIn(''))).toBe('totpRequired')
    expect((await logIn(await enrolled.nextCode())).body.data.loginUser.token).toBeTruthy()
    const codes = []
    for (let time = 0; time < 6; time += 1) codes.push(codeOfError(await logIn(await wrong())))
    const refused = Array(failures).fill('unauthenticated')
    expect(codes).toEqual([...refused, ...Array(6 - failures).fill('locked')])
    expect((await login(await enrolled.nextCode())).status).toBe(423)
  })

  test('several logins in one GraphQL request are refused, and use no code up', async () => {
    const mutation = (name: string, email: string) =>
      `${name}: loginUser(email: "${email}", password: "${testPassword}") { token }`
    const other = await enrol({ portal, name: `second${count}` })
    const code = await enrolled.nextCode()
    const query = `mutation { ${mutation('a', enrolled.email)} ${mutation('b', enrolled.email)} ${mutation('c', other.email)} }`
    const answer = await portal.graphql(query, { headers: { 'x-totp': code } })
    expect(answer.body.data).toBeUndefined()
    expect(answer.body.errors[0].extensions.code).toBe('queryTooManySignIns')
    expect((await login(code)).status).toBe(200)
  })

  test('the Local API takes the code with the data', async () => {
    const data = { email: enrolled.email, password: testPassword }
    await expect(portal.payload.login({ collection: 'users', data })).rejects.toThrow('Authenticator')
    const withCode = { ...data, totp: await enrolled.nextCode() }
    const { token } = await portal.payload.login({ collection: 'users', data: withCode })
    expect(token).toBeTruthy()
  })

  test('API clients give the code as well', async () => {
    const body = { email: enrolled.email, password: testPassword }
    expect(codeOf(await portal.call('POST', '/api/auth/token', { body }))).toBe('totpRequired')
    const right = { ...body, totp: await enrolled.nextCode() }
    expect((await portal.call('POST', '/api/auth/token', { body: right })).status).toBe(200)
  })
})

describe('a forgotten password', () => {
  const reset = async (totp?: string) => {
    const token = await portal.payload.forgotPassword({
      collection: 'users',
      data: { email: enrolled.email },
      disableEmail: true,
    })
    const password = 'Ein-neues-Passwort-2026'
    return portal.call('POST', '/api/users/reset-password', {
      body: { token, password, ...(totp ? { totp } : {}) },
    })
  }

  test('is not reset without the code, and the old one stays', async () => {
    expect(codeOf(await reset())).toBe('totpRequired')
    const answer = await reset(await wrong())
    expect(answer.status).toBe(401)
    expect(codeOf(answer)).toBe('totpWrong')
    expect((await login(await enrolled.nextCode())).status).toBe(200)
  })

  test('is reset with it, ends every session and lets in', async () => {
    const answer = await reset(await enrolled.nextCode())
    expect(answer.status).toBe(200)
    expect((await portal.call('GET', '/api/cases', { as: enrolled.login })).status).toBe(401)
    const as = { token: answer.body.token, user: answer.body.user }
    expect((await portal.call('GET', '/api/cases', { as })).status).toBe(200)
  })

  test('guessing codes there locks the account, and no reset unlocks it', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) await reset(await wrong())
    expect((await reset(await enrolled.nextCode())).status).toBe(423)
    expect((await login(await enrolled.nextCode())).status).toBe(423)
  })
})

describe('one’s own second factor', () => {
  test('protects nothing before the first right code', async () => {
    const fresh = await portal.login('dak_mitarbeiter', `fresh${count}`)
    const setup = await post('/mfa/setup', {}, fresh)
    expect(setup.body).toMatchObject({
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      otpauthUri: expect.stringContaining(setup.body.secret),
      qr: expect.stringMatching(/^data:image\//),
    })
    const verify = await post('/mfa/verify', { code: '000000' }, fresh)
    expect(verify.status).toBe(422)
    expect(codeOf(verify)).toBe('totpWrong')
    expect((await signIn(portal, { email: fresh.user.email })).status).toBe(200)
  })

  test('is set up once; ten recovery codes are shown', async () => {
    expect(new Set(enrolled.recoveryCodes).size).toBe(10)
    expect((await post('/mfa/setup', {})).status).toBe(409)
    expect((await post('/mfa/verify', { code: await enrolled.code() })).status).toBe(409)
    const me = await portal.call('GET', '/api/users/me', { as: enrolled.login })
    expect(me.body.user).toMatchObject({ mfaEnabled: true, mfaEnrolmentRequired: false })
  })

  test('is disabled with password and code, and counts what is wrong', async () => {
    const code = await enrolled.nextCode()
    const badPassword = await post('/mfa/disable', { password: 'falsch-falsch', code })
    expect([badPassword.status, codeOf(badPassword)]).toEqual([422, 'passwordWrong'])
    const badCode = await post('/mfa/disable', { password: testPassword, code: await wrong() })
    expect([badCode.status, codeOf(badCode)]).toEqual([422, 'totpWrong'])
    const answer = await post('/mfa/disable', { password: testPassword, code })
    expect(answer.body).toEqual({ mfaEnabled: false })
    expect((await login()).status).toBe(200)
    expect((await post('/mfa/disable', { password: testPassword, code })).status).toBe(409)
  })

  test('five wrong passwords or codes there lock the account', async () => {
    for (let attempt = 1; attempt < failures; attempt += 1)
      await post('/mfa/disable', { password: testPassword, code: await wrong() })
    await post('/mfa/recovery-codes', { password: 'falsch-falsch', code: await wrong() })
    const right = { password: testPassword, code: await enrolled.nextCode() }
    expect((await post('/mfa/disable', right)).status).toBe(423)
    expect((await login(await enrolled.nextCode())).status).toBe(423)
  })

  test('new recovery codes take the place of the old ones', async () => {
    const body = { password: testPassword, code: await enrolled.nextCode() }
    const answer = await post('/mfa/recovery-codes', body)
    expect(answer.body.recoveryCodes).toHaveLength(10)
    expect((await login(enrolled.recoveryCodes[0])).status).toBe(401)
    expect((await login(answer.body.recoveryCodes[0])).status).toBe(200)
  })

  test('nobody writes mfaEnabled', async () => {
    for (const as of [admin, enrolled.login]) {
      const body = { mfaEnabled: false }
      expect((await portal.call('PATCH', `/api/users/${enrolled.login.user.id}`, { as, body })).status).toBe(
        403,
      )
    }
    expect(codeOf(await login())).toBe('totpRequired')
  })
})

describe('a lost telephone', () => {
  const reset = (as: Login | undefined, id = enrolled.login.user.id) =>
    portal.call('POST', `/api/users/${id}/mfa/reset`, { as })

  test('an admin takes the second factor away, which ends the sessions and stands in the log', async () => {
    expect((await reset(undefined)).status).toBe(401)
    expect((await reset(staff)).status).toBe(403)
    expect((await reset(enrolled.login)).status).toBe(403)
    expect(codeOf(await login())).toBe('totpRequired')
    expect((await reset(admin)).body).toEqual({ mfaEnabled: false })
    expect((await login()).status).toBe(200)
    expect((await portal.call('GET', '/api/cases', { as: enrolled.login })).status).toBe(401)
    const { docs } = await portal.payload.find({
      collection: 'audit-log',
      where: { entityId: { equals: enrolled.login.user.id }, action: { equals: 'resetMfa' } },
      depth: 0,
    })
    expect(docs.map(({ user }) => user)).toEqual([admin.user.id])
  })

  test('not one’s own', async () => {
    expect(codeOf(await reset(admin, admin.user.id))).toBe('mfaOwnReset')
  })
})

test('the secret and the recovery codes are in no answer, no audit entry and no readable column', async () => {
  const words = [
    enrolled.secret,
    ...enrolled.recoveryCodes,
    ...enrolled.recoveryCodes.map((code) => code.replace('-', '')),
  ]
  const texts: string[] = []
  for (const as of [admin, enrolled.login]) {
    for (const path of ['/users?depth=2', '/users/me', '/audit-log?limit=1000', '/users/sessions'])
      texts.push(JSON.stringify((await portal.call('GET', `/api${path}`, { as })).body))
    for (const slug of ['mfa-secrets', 'recovery-codes', 'sessions', 'refresh-tokens']) {
      expect((await portal.call('GET', `/api/${slug}`, { as })).status, slug).toBe(403)
    }
    const { body } = await portal.graphql('{ Users { docs { id username mfaEnabled sessionEpoch } } }', {
      as,
    })
    expect(body.data.Users.docs[0].sessionEpoch).toBeNull()
    texts.push(JSON.stringify(body))
  }
  const schema = await portal.graphql('{ __schema { types { name fields { name } } } }', { as: admin })
  expect(JSON.stringify(schema.body)).not.toMatch(/MfaSecret|RecoveryCode|RefreshToken/)
  const stored = await portal.payload.find({ collection: 'mfa-secrets', limit: 0 })
  const codes = await portal.payload.find({ collection: 'recovery-codes', limit: 0 })
  texts.push(JSON.stringify(stored.docs), JSON.stringify(codes.docs))
  expect(texts.join('\n')).toContain('mfaEnabled')
  for (const word of words) expect(texts.join('\n')).not.toContain(word)
})

test('neither the secret nor a code nor a password is logged, whatever goes wrong', async () => {
  const { logger } = portal.payload
  const spies = (['debug', 'info', 'warn', 'error'] as const).map((level) => vi.spyOn(logger, level))
  const logged = await enrol({ portal, name: `logged${count}` })
  const code = await logged.nextCode()
  await signIn(portal, { email: logged.email, totp: '000000' })
  await signIn(portal, { email: logged.email, password: 'falsch-falsch', totp: code })
  await post('/mfa/disable', { password: testPassword, code: '000000' }, logged.login)
  await post('/mfa/verify', { code }, logged.login)
  const lines = JSON.stringify(
    spies.flatMap((spy) => spy.mock.calls),
    (_, value) => (value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value),
  )
  expect(lines.length).toBeGreaterThan(100)
  for (const word of [logged.secret, code, testPassword, 'falsch-falsch', ...logged.recoveryCodes])
    expect(lines).not.toContain(word)
})

test('an account can be deleted with all it had', async () => {
  const { id } = enrolled.login.user
  expect((await portal.call('DELETE', `/api/users/${id}`, { as: admin })).status).toBe(200)
  for (const collection of ['mfa-secrets', 'recovery-codes', 'sessions'] as const) {
    const where = { user: { equals: id } }
    expect((await portal.payload.count({ collection, where })).totalDocs, collection).toBe(0)
  }
})
