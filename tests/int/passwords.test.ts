import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { codeOf } from './authenticator'
import * as mailbox from './mailbox'
import { mailServer } from './mailServer'
import { type Answer, type Login, type Portal, startPortal, testPassword } from './portal'

// Before the portal is loaded, which reads its settings once.
const port = await vi.hoisted(async () => (await import('./mailServer')).takeMailPort())
const server = mailServer(port)
const mailsTo = (person: string) => mailbox.mailsTo(server, person)
const lastLink = (person: string) => mailbox.lastLink(server, person)

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  await server.open()
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'henriette.quast')
})

afterAll(async () => {
  await portal.stop()
  await server.close()
})

const bad: [string, string][] = [
  ['Kurz-2026', 'passwordTooShort'],
  [`${'Lang, aber gut. '.repeat(8)}!`, 'passwordTooLong'],
  ['passwort1234', 'passwordCommon'],
  ['123456789012', 'passwordCommon'],
  ['die-henriette-im-Wald', 'passwordPersonal'],
]
const good = 'rosenkohl mag ich'

const account = (name: string, password: string) => ({
  username: 'Henriette Zwei',
  email: `${name}@example.org`,
  password,
  role: 'dak_mitarbeiter' as const,
})
const signIn = (email: string, password: string) =>
  portal.call('POST', '/api/users/login', { body: { email, password } })

describe.each(bad)('the password “%s”', (password, code) => {
  const expectRefusal = (answer: Answer, field: string) => {
    expect([answer.status, codeOf(answer), answer.body.errors[0].field]).toEqual([422, code, field])
    expect(JSON.stringify(answer.body)).not.toContain(password)
  }

  test(`is refused to an admin who makes or changes an account: ${code}`, async () => {
    const made = await portal.call('POST', '/api/users', { as: admin, body: account('made', password) })
    expectRefusal(made, 'password')
    // What the panel marks the field with.
    expect(made.body.errors[0].data.errors[0].path).toBe('password')
    const path = `/api/users/${staff.user.id}`
    expectRefusal(await portal.call('PATCH', path, { as: admin, body: { password } }), 'password')
    const where = `where[id][equals]=${staff.user.id}`
    const many = await portal.call('PATCH', `/api/users?${where}`, { as: admin, body: { password } })
    expect(many.body.errors).toHaveLength(1)
    expect((await signIn(staff.user.email, testPassword)).status).toBe(200)
  })

  test('is refused over GraphQL', async () => {
    const { body } = await portal.graphql(
      `mutation { updateUser(id: ${JSON.stringify(staff.user.id)}, data: {password: ${JSON.stringify(password)}}) { id } }`,
      { as: admin },
    )
    expect(body.errors[0].extensions).toMatchObject({ statusCode: 422, code })
  })

  test('is refused to a script', async () => {
    const creating = portal.payload.create({ collection: 'users', data: account('script', password) })
    await expect(creating).rejects.toMatchObject({ status: 422, entries: [{ code }] })
  })

  test('is refused to its owner', async () => {
    const body = { currentPassword: testPassword, newPassword: password }
    const answer = await portal.call('POST', '/api/users/change-password', { as: staff, body })
    expectRefusal(answer, 'newPassword')
  })

  test('is refused to who resets it, and the link stays good', async () => {
    const data = { email: staff.user.email }
    const token = await portal.payload.forgotPassword({ collection: 'users', data, disableEmail: true })
    const reset = (wanted: string) =>
      portal.call('POST', '/api/users/reset-password', { body: { token, password: wanted } })
    expectRefusal(await reset(password), 'password')
    const { body, status } = await reset(testPassword)
    expect(status).toBe(200)
    staff = { token: body.token, user: staff.user }
  })
})

test('a good password passes every door', async () => {
  const body = account('good', good)
  expect((await portal.call('POST', '/api/users', { as: admin, body })).status).toBe(201)
  expect((await signIn(body.email, good)).status).toBe(200)
})

test('the sentence is in the language of whoever asks', async () => {
  const body = account('said', 'Kurz-2026')
  const german = await portal.call('POST', '/api/users', { as: admin, body })
  expect(german.body.errors[0].message).toMatch(/^Das Passwort hat 9 Zeichen; es müssen mindestens 12 sein/)
  const english = await portal.call('POST', '/api/users', { as: admin, body, language: 'en' })
  expect(english.body.errors[0].message).toMatch(/^The password has 9 characters; it takes at least 12/)
})

describe('a forgotten password', () => {
  const ask = (email: unknown) => portal.call('POST', '/api/users/forgot-password', { body: { email } })
  const reset = (token: string, password = good) =>
    portal.call('POST', '/api/users/reset-password', { body: { token, password } })
  const newcomer = async (name: string) => {
    const { user } = await portal.login('dak_mitarbeiter', name)
    return user.email
  }
  const tokenOf = (email: string) => lastLink(email).pathname.split('/').at(-1) ?? ''

  test('is set anew with the link of a mail, which is good once', async () => {
    const email = await newcomer('forgetful')
    expect((await ask(` ${email.toUpperCase()} `)).status).toBe(200)
    await portal.runJobs()
    expect(mailsTo(email)).toHaveLength(1)
    expect(mailsTo(email)[0]?.text).toContain('Neues Passwort setzen')
    expect(lastLink(email).pathname).toMatch(/^\/admin\/reset\/[0-9a-f]{40}$/)
    const token = tokenOf(email)
    expect((await reset(token)).status).toBe(200)
    expect((await signIn(email, good)).status).toBe(200)
    const again = await reset(token, testPassword)
    expect([again.status, codeOf(again)]).toEqual([403, 'resetTokenInvalid'])
    expect((await signIn(email, good)).status).toBe(200)
  })

  test('of two resets at once with one link one is carried out', async () => {
    const email = await newcomer('twice')
    await ask(email)
    await portal.runJobs()
    const passwords = [good, testPassword, 'ein dritter Satz im Regen']
    const answers = await Promise.all(passwords.map((password) => reset(tokenOf(email), password)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403])
    const winner = passwords[answers.findIndex(({ status }) => status === 200)] ?? ''
    expect((await signIn(email, winner)).status).toBe(200)
  })

  test('the link is worth nothing after half an hour', async () => {
    const email = await newcomer('late')
    await ask(email)
    await portal.runJobs()
    const stored = await portal.payload.db.findOne<{ id: string; resetPasswordExpiration: string }>({
      collection: 'users',
      where: { email: { equals: email } },
    })
    const minutes = (Date.parse(stored?.resetPasswordExpiration ?? '') - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(28)
    expect(minutes).toBeLessThanOrEqual(30)
    const data = { resetPasswordExpiration: new Date(Date.now() - 1000).toISOString() }
    await portal.payload.db.updateOne({ collection: 'users', id: stored?.id ?? '', data })
    expect((await reset(tokenOf(email))).status).toBe(403)
    expect((await signIn(email, testPassword)).status).toBe(200)
  })

  test('the database holds no token that could be used', async () => {
    const email = await newcomer('hashed')
    await ask(email)
    await portal.runJobs()
    const token = tokenOf(email)
    const stored = await portal.payload.db.findOne({
      collection: 'users',
      where: { email: { equals: email } },
    })
    expect(JSON.stringify(stored)).not.toContain(token)
    const hash = (stored as unknown as { resetPasswordToken: string }).resetPasswordToken
    expect((await reset(hash)).status).toBe(403)
    const { docs } = await portal.payload.find({ collection: 'payload-jobs', pagination: false })
    expect(JSON.stringify(docs)).not.toContain(token)
    expect((await reset(token)).status).toBe(200)
  })

  test('the answer is the same for an unknown address, a deactivated account and nonsense; only the mail is not', async () => {
    const email = await newcomer('known')
    const leaver = await newcomer('leaver')
    await portal.payload.update({
      collection: 'users',
      where: { email: { equals: leaver } },
      data: { isActive: false },
    })
    const answers = [await ask(email), await ask('unknown@example.org'), await ask(leaver), await ask('x y')]
    for (const { status, body } of answers)
      expect({ status, body }).toEqual({ status: 200, body: answers[0]?.body })
    await portal.runJobs()
    expect([email, 'unknown@example.org', leaver].map((to) => mailsTo(to).length)).toEqual([1, 0, 0])
  })

  test('GraphQL asks the same way, and the mail speaks the language it was asked in', async () => {
    const email = await newcomer('graph')
    const query = (address: string) => `mutation { forgotPasswordUser(email: "${address}") }`
    for (const address of [email, 'nobody@example.org']) {
      const { body } = await portal.graphql(query(address), { language: 'en' })
      expect(body).toEqual({ data: { forgotPasswordUser: true } })
    }
    expect(mailsTo(email)).toEqual([])
    await portal.runJobs()
    expect(mailsTo(email).map(({ headers }) => headers)).toEqual([
      expect.arrayContaining(['Subject: Reset your password']),
    ])
  })

  test('a form of the panel asks as well, and a second mail within the minute is not sent', async () => {
    const email = await newcomer('form')
    const form = new FormData()
    form.set('_payload', JSON.stringify({ email }))
    expect((await portal.call('POST', '/api/users/forgot-password', { form })).status).toBe(200)
    await portal.runJobs()
    await ask(email)
    await portal.runJobs()
    expect(mailsTo(email)).toHaveLength(1)
  })

  test('a deactivated account resets nothing, even with a link from before', async () => {
    const email = await newcomer('gone')
    await ask(email)
    await portal.runJobs()
    const where = { email: { equals: email } }
    await portal.payload.update({ collection: 'users', where, data: { isActive: false } })
    const refused = await reset(tokenOf(email))
    expect([refused.status, codeOf(refused)]).toEqual([403, 'accountInactive'])
    await portal.payload.update({ collection: 'users', where, data: { isActive: true } })
    expect((await signIn(email, testPassword)).status).toBe(200)
  })
})
