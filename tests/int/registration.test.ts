import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Language, languages } from '../../src/domain/language'
import type { User } from '../../src/payload-types'
import { codeOf } from './authenticator'
import * as mailbox from './mailbox'
import { mailServer } from './mailServer'
import { type Login, type Portal, startPortal, testPassword } from './portal'

// Before the portal is loaded, which reads its settings once.
const port = await vi.hoisted(async () => (await import('./mailServer')).takeMailPort())
const server = mailServer(port)

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  await server.open()
  portal = await startPortal()
  // What an empty portal begins with, before there is an account.
  const { docs } = await portal.payload.find({ collection: 'allowed-domains' })
  expect(docs.map(({ domain, role, isActive }) => [domain, role, isActive])).toEqual([
    ['dak.de', 'dak_mitarbeiter', true],
  ])
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
})

afterAll(async () => {
  await portal.stop()
  await server.close()
})

const password = 'rosenkohl mag ich'
const register = (body: object, language?: Language) =>
  portal.call('POST', '/api/users/register', {
    body: { username: 'Neu', password, ...body },
    ...(language ? { language } : {}),
  })
const confirm = (token: string | null, given = password) =>
  portal.call('POST', '/api/users/confirm-address', { body: { token, password: given } })
const signIn = (email: string, given = password) =>
  portal.call('POST', '/api/users/login', { body: { email, password: given } })
const accountOf = async (email: string) => {
  const { docs } = await portal.payload.find({
    collection: 'users',
    where: { email: { equals: email } },
    depth: 0,
  })
  return docs[0]
}
/** The token of the last mail that asks to confirm an address. */
async function confirmationOf(email: string): Promise<string> {
  await portal.runJobs()
  const link = mailbox.lastLink(server, email)
  expect(link.pathname).toBe('/bestaetigen')
  return link.searchParams.get('token') ?? ''
}

describe('registering with an address of an allowed domain', () => {
  test('opens the account once the address is confirmed, with the password, and not before', async () => {
    const email = 'anna@dak.de'
    const answer = await register({ username: 'Anna Tonn', email: ' Anna@DAK.de ' })
    expect([answer.status, answer.body.next]).toEqual([201, 'confirmAddress'])
    expect(await accountOf(email)).toMatchObject({
      username: 'Anna Tonn',
      role: 'dak_mitarbeiter',
      isActive: false,
      awaitsConfirmation: true,
    })
    const early = await signIn(email)
    expect([early.status, codeOf(early)]).toEqual([403, 'addressUnconfirmed'])
    const api = await portal.call('POST', '/api/auth/token', { body: { email, password } })
    expect(api.status).toBe(403)
    const token = await confirmationOf(email)
    const wrong = await confirm(token, testPassword)
    expect([wrong.status, codeOf(wrong)]).toEqual([422, 'passwordWrong'])
    expect((await signIn(email)).status).toBe(403)
    expect((await confirm(token)).body).toEqual({ confirmed: true })
    expect(await accountOf(email)).toMatchObject({ isActive: true, awaitsConfirmation: false })
    const { body } = await signIn(email)
    expect(
      (await portal.call('GET', '/api/cases', { as: { token: body.token, user: body.user } })).status,
    ).toBe(200)
  })

  test('the link is good once, and for one day', async () => {
    await register({ email: 'einmal@dak.de' })
    const token = await confirmationOf('einmal@dak.de')
    expect((await confirm(token)).status).toBe(200)
    await portal.payload.update({
      collection: 'users',
      where: { email: { equals: 'einmal@dak.de' } },
      data: { isActive: false },
    })
    const again = await confirm(token)
    expect([again.status, codeOf(again)]).toEqual([403, 'confirmationInvalid'])
    expect((await signIn('einmal@dak.de')).status).toBe(403)

    await register({ email: 'spaet@dak.de' })
    const late = await confirmationOf('spaet@dak.de')
    await portal.payload.db.updateMany({
      collection: 'address-confirmations',
      where: { isUsed: { equals: false } },
      data: { expiresAt: new Date(Date.now() - 1000).toISOString() },
    })
    expect(codeOf(await confirm(late))).toBe('confirmationInvalid')
    expect(codeOf(await confirm('x'.repeat(43)))).toBe('confirmationInvalid')
    expect((await signIn('spaet@dak.de')).status).toBe(403)
  })

  test('wrong passwords at the confirmation lock the account', async () => {
    await register({ email: 'raten@dak.de' })
    const token = await confirmationOf('raten@dak.de')
    for (let attempt = 1; attempt <= 5; attempt += 1) await confirm(token, testPassword)
    expect((await confirm(token)).status).toBe(423)
  })

  test('neither the database nor a job holds the token', async () => {
    await register({ email: 'geheim@dak.de' })
    const token = await confirmationOf('geheim@dak.de')
    for (const collection of ['address-confirmations', 'payload-jobs', 'users', 'mails'] as const) {
      const { docs } = await portal.payload.db.find({ collection, pagination: false })
      expect(JSON.stringify(docs)).not.toContain(token)
    }
  })

  test('that was never confirmed is taken over by whoever registers later, and the earlier link is void', async () => {
    const email = 'besetzt@dak.de'
    await register({ email, password: 'das passwort eines anderen' })
    const theirs = await confirmationOf(email)
    await register({ email })
    const own = await confirmationOf(email)
    expect(codeOf(await confirm(theirs, 'das passwort eines anderen'))).toBe('confirmationInvalid')
    expect((await confirm(own)).status).toBe(200)
    expect((await signIn(email)).status).toBe(200)
    // And from then on it is an account like any other.
    await register({ email, password: 'das passwort eines anderen' })
    expect((await signIn(email)).status).toBe(200)
    expect((await signIn(email, 'das passwort eines anderen')).status).toBe(401)
  })

  test('one that an admin opened is not taken over, and its link opens nothing later', async () => {
    const email = 'offen@dak.de'
    await register({ email })
    const token = await confirmationOf(email)
    const { id = '' } = (await accountOf(email)) ?? {}
    const patch = (body: object) => portal.call('PATCH', `/api/users/${id}`, { as: admin, body })
    expect((await patch({ isActive: true })).status).toBe(200)
    await register({ email, password: 'das passwort eines anderen' })
    expect((await signIn(email)).status).toBe(200)
    await patch({ isActive: false })
    expect(codeOf(await confirm(token))).toBe('confirmationInvalid')
    expect((await signIn(email)).status).toBe(403)
  })

  test('two at once make one account', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => register({ username: 'Eile', email: 'eile@dak.de' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    const { totalDocs } = await portal.payload.count({
      collection: 'users',
      where: { email: { equals: 'eile@dak.de' } },
    })
    expect(totalDocs).toBe(1)
  })

  test('people of one name get a number, for “taken” would tell who is here', async () => {
    await register({ username: 'Maria', email: 'maria.eins@dak.de', password: 'vier blaue dächer' })
    const answers = await Promise.all(
      ['zwei', 'drei'].map((name) => register({ username: 'Maria', email: `${name}@dak.de` })),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const names = await Promise.all(
      ['maria.eins', 'zwei', 'drei'].map(async (name) => (await accountOf(`${name}@dak.de`))?.username),
    )
    expect(new Set(names).size).toBe(3)
    for (const name of names) expect(name).toMatch(/^Maria(-\d+)?$/)
  })
})

describe('what a registration may not do', () => {
  test.each([
    ['role', 'admin'],
    ['isActive', true],
    ['mfaEnabled', true],
    ['mustChangePassword', false],
    ['awaitsConfirmation', false],
    ['lockUntil', null],
    ['sessionEpoch', 'x'],
    ['id', 'x'],
    ['hash', 'x'],
  ])('set “%s”: it is refused and nothing is made', async (field, value) => {
    const answer = await register({ email: 'frech@dak.de', [field]: value })
    expect([answer.status, codeOf(answer), answer.body.errors[0].field]).toEqual([
      403,
      'fieldForbidden',
      field,
    ])
    expect(await accountOf('frech@dak.de')).toBeUndefined()
  })

  test.each(['fremd@example.com', 'fremd@sub.dak.de', 'fremd@dak.de.evil.example', 'fremd@xdak.de'])(
    'come from another domain: %s',
    async (email) => {
      const answer = await register({ email })
      expect([answer.status, codeOf(answer)]).toEqual([422, 'domainNotAllowed'])
      expect(await accountOf(email)).toBeUndefined()
    },
  )

  test('come without an address, a name or a password', async () => {
    for (const body of [
      { email: 'x' },
      { email: 'x@dak.de', username: ' ' },
      { email: 'x@dak.de', password: '' },
    ]) {
      expect((await register(body)).status).toBe(400)
    }
  })

  test('choose a bad password', async () => {
    const bad = await register({
      username: 'Henriette',
      email: 'h@dak.de',
      password: 'die-henriette-im-Wald',
    })
    expect([bad.status, codeOf(bad)]).toEqual([422, 'passwordPersonal'])
  })

  test('find Payload’s own doors of registration', async () => {
    const body = { username: 'x', email: 'x@dak.de', password, role: 'admin' }
    expect((await portal.call('POST', '/api/users', { body })).status).toBe(401)
    expect((await portal.call('POST', '/api/users/first-register', { body })).status).toBeGreaterThanOrEqual(
      400,
    )
    expect((await portal.call('POST', '/api/users/verify/x', { body: {} })).status).toBeGreaterThanOrEqual(
      400,
    )
    const { body: answer } = await portal.graphql('mutation { verifyEmailUser(token: "x") }')
    expect(answer.data?.verifyEmailUser ?? null).toBeNull()
    expect(await accountOf('x@dak.de')).toBeUndefined()
  })
})

describe('an address that has an account', () => {
  test('is answered word for word as one that has none; its owner gets a mail, and nothing changes', async () => {
    const email = 'bekannt@dak.de'
    await register({ email })
    await confirm(await confirmationOf(email))
    const before = await accountOf(email)
    for (const language of languages) {
      const known = await register({ email, password: 'das passwort eines anderen' }, language)
      const unknown = await register({ email: `unbekannt-${language}@dak.de` }, language)
      expect({ status: known.status, body: known.body }).toEqual({ status: 201, body: unknown.body })
      expect([...known.headers.keys()].sort()).toEqual([...unknown.headers.keys()].sort())
    }
    await portal.runJobs()
    const [, german, english] = mailbox.mailsTo(server, email)
    expect(german?.text).toContain('Jemand wollte sich')
    expect(english?.text).toContain('Someone tried to register')
    expect(await accountOf(email)).toEqual(before)
    expect((await signIn(email)).status).toBe(200)
  })

  test('and was deactivated stays so', async () => {
    const email = 'leaver@dak.de'
    await register({ email })
    await confirm(await confirmationOf(email))
    const where = { email: { equals: email } }
    await portal.payload.update({ collection: 'users', where, data: { isActive: false } })
    expect((await register({ email })).status).toBe(201)
    expect(await accountOf(email)).toMatchObject({ isActive: false })
    expect((await signIn(email)).status).toBe(403)
  })
})

describe('the allowed domains', () => {
  const domains = '/api/allowed-domains'

  test('are the admins’ alone', async () => {
    const body = { domain: 'evil.example', role: 'admin' }
    expect((await portal.call('GET', domains, { as: staff })).status).toBe(403)
    expect((await portal.call('POST', domains, { as: staff, body })).status).toBe(403)
    expect((await portal.call('GET', domains)).status).toBe(401)
    expect((await portal.call('POST', domains, { body })).status).toBe(401)
  })

  test('are stored as they stand in addresses, give their role, and can be switched off', async () => {
    const body = { domain: ' @Klinik-Nord.Example ', role: 'admin' }
    const made = await portal.call('POST', domains, { as: admin, body })
    expect([made.status, made.body.doc?.domain]).toEqual([201, 'klinik-nord.example'])
    expect((await portal.call('POST', domains, { as: admin, body })).status).toBe(400)
    await register({ email: 'a@klinik-nord.example' })
    expect(await accountOf('a@klinik-nord.example')).toMatchObject({ role: 'admin', isActive: false })
    const path = `${domains}/${made.body.doc.id}`
    await portal.call('PATCH', path, { as: admin, body: { isActive: false } })
    expect(codeOf(await register({ email: 'b@klinik-nord.example' }))).toBe('domainNotAllowed')
    await portal.call('DELETE', path, { as: admin })
  })

  test.each(['dak', 'a b.de', 'anna@dak.de', '*.dak.de', 'http://dak.de'])('“%s” is none', async (domain) => {
    const answer = await portal.call('POST', domains, {
      as: admin,
      body: { domain, role: 'dak_mitarbeiter' },
    })
    expect([answer.status, codeOf(answer), answer.body.errors[0].value]).toEqual([
      422,
      'invalidDomain',
      domain,
    ])
  })

  test('an admin who wants none keeps none: the first one does not come back', async () => {
    const { seedAllowedDomains } = await import('../../src/services/registration/seedAllowedDomains')
    await portal.payload.delete({ collection: 'allowed-domains', where: { domain: { equals: 'dak.de' } } })
    await seedAllowedDomains(portal.payload)
    const { totalDocs } = await portal.payload.count({
      collection: 'allowed-domains',
      where: { domain: { exists: true } },
    })
    expect(totalDocs).toBe(0)
    const data = { domain: 'dak.de', role: 'dak_mitarbeiter' as const, isActive: true }
    await portal.payload.create({ collection: 'allowed-domains', data })
  })
})

/**
 * Accounts and as many addresses without one, in turn, at least fifty tries. The quickest of each are compared: what else the machine does
 * lengthens most tries, a difference in what is done lengthens all.
 */
describe('how long the answer takes does not tell who has an account', () => {
  /** `atOnce` are the pairs of a known and an unknown address that are under way at a time. */
  type Door = { name: string; tries: number; atOnce: number; ask(email: string): Promise<unknown> }
  const post = (door: string, body: object) => portal.call('POST', `/api/users/${door}`, { body })
  /** The mean of the quickest tenth. */
  const undisturbed = (values: number[]) => {
    const quickest = [...values].sort((a, b) => a - b).slice(0, Math.ceil(values.length / 10))
    return quickest.reduce((sum, value) => sum + value, 0) / quickest.length
  }
  async function time(call: () => Promise<unknown>): Promise<number> {
    const start = process.hrtime.bigint()
    await call()
    return Number(process.hrtime.bigint() - start) / 1e6
  }
  async function compare({ name, tries, atOnce, ask }: Door) {
    const times = { known: [] as number[], unknown: [] as number[] }
    const askPair = async (index: number) => {
      const kinds = index % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
      for (const kind of kinds) {
        const ms = await time(() => ask(`${kind}.${name}.${index + 3}@dak.de`))
        if (index >= 0) times[kind].push(ms)
      }
    }
    for (let first = -3; first < tries; first += atOnce) {
      const pairs = Array.from({ length: Math.min(atOnce, tries - first) }, (_, next) => first + next)
      await Promise.all(pairs.map(askPair))
    }
    return undisturbed(times.known) / undisturbed(times.unknown)
  }

  test.each<Door>([
    // Its answers wait for whole steps of 600 ms, so that several are under way without being slower.
    { name: 'register', tries: 25, atOnce: 4, ask: (email) => register({ email }) },
    { name: 'forgot-password', tries: 50, atOnce: 1, ask: (email) => post('forgot-password', { email }) },
    {
      name: 'login',
      tries: 50,
      atOnce: 1,
      ask: (email) => post('login', { email, password: 'falsch-falsch' }),
    },
  ])('$name', { timeout: 240_000 }, async (door) => {
    const { name, tries } = door
    const where = { email: { equals: staff.user.email } }
    const { id: _, ...known } =
      (await portal.payload.db.findOne<User>({ collection: 'users', where })) ?? staff.user
    for (let index = 0; index < tries + 3; index += 1) {
      const data = { ...known, username: `${name} ${index}`, email: `known.${name}.${index}@dak.de` }
      await portal.payload.db.create({ collection: 'users', data })
    }
    const ratio = await compare(door)
    expect(ratio).toBeGreaterThan(0.8)
    expect(ratio).toBeLessThan(1.2)
  })
})
