import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { loadCaseHistories } from '../../src/services/imports/loadCaseHistories'
import { auditTrail, type Change, fine } from './auditTrail'
import { type Enrolled, enrol, failuresToLock, signIn, stopClock } from './authenticator'
import * as mailbox from './mailbox'
import { mailServer } from './mailServer'
import { type Login, type Portal, startPortal, testPassword } from './portal'

// Before the portal is loaded, which reads its settings once.
const port = await vi.hoisted(async () => (await import('./mailServer')).takeMailPort())
const server = mailServer(port)

/** Logins and what belongs to them, what leaves the portal, and who opens which case. */
let portal: Portal
let trail: ReturnType<typeof auditTrail>
let admin: Login
let staff: Login
let enrolled: Enrolled

beforeAll(async () => {
  await server.open()
  portal = await startPortal()
  trail = auditTrail(portal)
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
  stopClock()
  enrolled = await enrol({ portal, name: 'enrolled' })
})

afterAll(async () => {
  vi.useRealTimers()
  await portal.stop()
  await server.close()
})

const send = (method: string, path: string, body?: unknown, as?: Login) =>
  portal.call(method, path, { ...(as ? { as } : {}), ...(body === undefined ? {} : { body }) })
const email = 'dak@example.org'
const wrong = 'falsch geraten, wie schade'
const told = (work: () => Promise<unknown>) => trail.toldOf(work)
const reasons = async (work: () => Promise<unknown>) =>
  (await trail.gainedBy(work)).map(({ action, entityId, changes }) => [
    action,
    entityId,
    ((changes ?? []) as Change[]).find(({ field }) => field === 'reason')?.new,
  ])

describe('a login', () => {
  const ways: [string, (given: string) => Promise<unknown>][] = [
    ['REST', (password) => signIn(portal, { email, password })],
    [
      'GraphQL',
      (password) =>
        portal.graphql(`mutation { loginUser(email: "${email}", password: "${password}") { token } }`),
    ],
    ['for an API client', (password) => send('POST', '/api/auth/token', { email, password })],
  ]

  test.each(ways)('leaves one entry, whether it succeeds or fails: %s', async (_, way) => {
    expect(await told(() => way(testPassword))).toEqual(['dak login users session'])
    expect(await reasons(() => way(wrong))).toEqual([['loginFailed', staff.user.id, 'password']])
    await way(testPassword)
  })

  test('of an unknown address says so, and keeps nothing of what was typed', async () => {
    const entries = await trail.gainedBy(() =>
      signIn(portal, { email: 'hans.geheim@example.org', password: wrong }),
    )
    expect(entries).toMatchObject([
      { action: 'loginFailed', entityId: 'unknown', changes: [{ field: 'reason', new: 'unknownAccount' }] },
    ])
    const { docs } = await portal.payload.find({ collection: 'audit-log', pagination: false })
    expect(JSON.stringify(docs)).not.toMatch(/geheim|geraten/)
  })

  test('without the code that is still to be asked for is none yet; with a wrong one it failed', async () => {
    const { email: address, login } = enrolled
    expect(await told(() => signIn(portal, { email: address }))).toEqual([])
    const bad = (await enrolled.nextCode()) === '000000' ? '000001' : '000000'
    const failed = () => signIn(portal, { email: address, totp: bad })
    expect(await reasons(failed)).toEqual([['loginFailed', login.user.id, 'code']])
    const half = () => signIn(portal, { email: address, password: wrong })
    expect(await reasons(half)).toEqual([['loginFailed', login.user.id, 'password']])
    const code = await enrolled.nextCode()
    expect(await told(() => signIn(portal, { email: address, totp: code }))).toEqual([
      'enrolled login users session',
    ])
    expect(await reasons(() => signIn(portal, { email: address, totp: code }))).toEqual([
      ['loginFailed', login.user.id, 'code'],
    ])
  })

  test('with a recovery code says that one was used', async () => {
    const totp = enrolled.recoveryCodes[0]
    expect(await told(() => signIn(portal, { email: enrolled.email, totp }))).toEqual([
      'enrolled login users session',
      'enrolled useRecoveryCode users',
    ])
  })

  test('that is one failure too many locks, said once, and an admin unlocks', async () => {
    const failures = await failuresToLock(portal)
    const { user } = await portal.login('dak_mitarbeiter', 'locked')
    const guess = () => signIn(portal, { email: user.email, password: wrong })
    for (let number = 1; number < failures; number += 1) await guess()
    expect(await reasons(guess)).toEqual([
      ['loginFailed', user.id, 'password'],
      ['lock', user.id, undefined],
    ])
    expect(await reasons(guess)).toEqual([['loginFailed', user.id, 'locked']])
    expect(await told(() => send('POST', '/api/users/unlock', { email: ` ${user.email} ` }, admin))).toEqual([
      'admin unlock users',
    ])
  })

  test('of a closed account', async () => {
    const { user } = await portal.login('dak_mitarbeiter', 'closed')
    await send('PATCH', `/api/users/${user.id}`, { isActive: false }, admin)
    expect(await reasons(() => signIn(portal, { email: user.email }))).toEqual([
      ['loginFailed', user.id, 'inactive'],
    ])
  })
})

describe('sessions', () => {
  const open = async () => (await signIn(portal, { email })).body as Login

  test('ended by a logout, one of one’s own, all others, or by an admin', async () => {
    const [first, second, third] = [await open(), await open(), await open()]
    const logout = () => send('POST', '/api/users/logout', {}, first)
    expect(await told(logout)).toEqual(['dak logout users sessions'])
    const { docs } = (await send('GET', '/api/users/sessions', undefined, second)).body
    const own = docs.find((one: { isCurrent: boolean }) => one.isCurrent)
    const ended = ['dak endSessions users sessions']
    expect(await told(() => send('DELETE', `/api/users/sessions/${own.id}`, undefined, second))).toEqual(
      ended,
    )
    await open()
    expect(await told(() => send('DELETE', '/api/users/sessions', undefined, third))).toEqual(ended)
    expect(await told(() => send('DELETE', '/api/users/sessions', undefined, third))).toEqual([])
    await open()
    expect(
      await told(() => send('DELETE', `/api/users/${staff.user.id}/sessions`, undefined, admin)),
    ).toEqual(['admin endSessions users sessions'])
  })

  test('of an API client: refreshing is none, a token used twice ends it, revoking is a logout', async () => {
    const grant = async () => (await send('POST', '/api/auth/token', { email, password: testPassword })).body
    const { refreshToken } = await grant()
    const refresh = () => send('POST', '/api/auth/refresh', { refreshToken })
    expect(await told(refresh)).toEqual([])
    expect(await told(refresh)).toEqual(['nobody reuseToken users sessions'])
    expect(await told(refresh)).toEqual([])
    const other = await grant()
    const revoke = () => send('POST', '/api/auth/revoke', { refreshToken: other.refreshToken })
    expect(await told(revoke)).toEqual(['dak logout users sessions'])
    expect(await told(revoke)).toEqual([])
  })
})

describe('an account', () => {
  test('gets, renews and loses its second factor', async () => {
    const { login, email: address } = enrolled
    const proof = async () => ({ password: testPassword, code: await enrolled.nextCode() })
    const renew = async () => send('POST', '/api/users/mfa/recovery-codes', await proof(), login)
    expect(await told(renew)).toEqual(['enrolled renewRecoveryCodes users'])
    const failed = () => send('POST', '/api/users/mfa/disable', { password: wrong, code: '1' }, login)
    expect(await reasons(failed)).toEqual([['loginFailed', login.user.id, 'password']])
    const disable = async () => send('POST', '/api/users/mfa/disable', await proof(), login)
    expect(await told(disable)).toEqual(['enrolled disableMfa users'])
    expect(await told(() => enrol({ portal, name: 'again' }))).toEqual([
      'again enableMfa users',
      'again login users session',
      'again setUpMfa users',
      expect.stringMatching(/^nobody create users/),
    ])
    const { docs } = await portal.payload.find({
      collection: 'users',
      where: { username: { equals: 'again' } },
    })
    expect(await told(() => send('POST', `/api/users/${docs[0]?.id}/mfa/reset`, {}, admin))).toEqual([
      'admin resetMfa users',
    ])
    expect(address).toBe('enrolled@example.org')
  })

  test('gets another password from its owner, and by a reset', async () => {
    const login = await portal.login('dak_mitarbeiter', 'owner')
    const body = { currentPassword: testPassword, newPassword: 'rosenkohl mag ich' }
    expect(await told(() => send('POST', '/api/users/change-password', body, login))).toEqual([
      'owner changePassword users',
    ])
    const asking = async () => {
      await send('POST', '/api/users/forgot-password', { email: login.user.email })
      await send('POST', '/api/users/forgot-password', { email: 'niemand@example.org' })
      await portal.runJobs()
    }
    expect(await told(asking)).toEqual(['nobody requestPasswordReset users'])
    const token = mailbox.lastLink(server, login.user.email).pathname.split('/').at(-1)
    const reset = () => send('POST', '/api/users/reset-password', { token, password: testPassword })
    expect(await told(reset)).toEqual(['owner login users session', 'owner resetPassword users'])
  })

  test('is registered and confirmed by whoever it belongs to', async () => {
    const applicant = { username: 'Anna', email: 'anna@dak.de', password: 'rosenkohl mag ich' }
    const register = () => send('POST', '/api/users/register', applicant)
    expect(await told(register)).toEqual([expect.stringMatching(/^nobody register users .*email/)])
    await portal.runJobs()
    const token = mailbox.lastLink(server, applicant.email).searchParams.get('token')
    const confirm = () => send('POST', '/api/users/confirm-address', { token, password: applicant.password })
    expect(await told(confirm)).toEqual(['nobody confirmAddress users awaitsConfirmation! isActive!'])
  })

  test('is registered with an invitation, which is used up', async () => {
    const invited = { role: 'dak_mitarbeiter', email: 'gast@example.org' }
    const { token } = await fine(send('POST', '/api/invitations', invited, admin))
    const applicant = { username: 'Gast', email: invited.email, password: 'rosenkohl mag ich' }
    const register = () => send('POST', '/api/users/register', { ...applicant, invitation: token })
    expect(await told(register)).toEqual([
      expect.stringMatching(/^nobody register users/),
      'nobody useInvitation invitations usedBy',
    ])
  })
})

describe('what leaves the portal', () => {
  test('leaves an entry that names the file, and how many of what were chosen', async () => {
    vi.useRealTimers()
    const reading = (path: string, as = admin) => send('GET', path, undefined, as)
    await fine(
      send('POST', '/api/cases', { nachname: 'Tonn', datum: '2026-02-02', fallgruppe: 'onko' }, admin),
    )
    const template = () => reading('/api/cases/coding-template?fallgruppe=onko')
    const [entry] = await trail.gainedBy(template)
    expect(entry).toMatchObject({
      action: 'download',
      entityType: 'files',
      entityId: 'codingTemplate',
      changes: expect.arrayContaining([
        { field: 'rows', old: null, new: 1 },
        { field: 'filter', old: null, new: 'fallgruppe=onko' },
      ]),
    })
    expect(await told(() => reading('/api/admin/excel-sync'))).toEqual(['admin download files file filename'])
    const { id } = await fine(send('POST', '/api/reports/generate', { jahr: 2026, kw: 6 }, admin))
    const report = ['admin download reports file filename']
    expect(await told(() => reading(`/api/reports/download/${id}`))).toEqual(report)
    const { filename } = await portal.payload.findByID({ collection: 'reports', id })
    expect(await told(() => reading(`/api/reports/file/${filename}`))).toEqual(report)
    for (const path of ['xlsx?jahr=2026', 'csv?jahr=2026&tabelle=offen'])
      expect(await told(() => reading(`/api/reports/analyses/${path}`))).toEqual([
        'admin download files file filename filter',
      ])
    const form = new FormData()
    const rows = 'Hauptkontakt,Erstellungsdatum,Modul,Thema,Name\nTonn,,Zweitmeinung Onkologie,,ZM-1\n'
    form.set('file', new File([rows], 'fehler.csv'))
    const { importId } = await fine(portal.call('POST', '/api/import/csv', { as: admin, form }))
    expect(await told(() => reading(`/api/import/${importId}/errors`))).toEqual([
      'admin download imports file filename',
    ])
  })
})

describe('a case', () => {
  test('opened by REST, GraphQL or on somebody’s behalf leaves one entry a request; lists leave none', async () => {
    const { docs } = await portal.payload.find({ collection: 'cases', limit: 1 })
    const id = docs[0]?.id ?? ''
    const { body } = await signIn(portal, { email })
    const opened = ['dak open cases']
    expect(await told(() => send('GET', `/api/cases/${id}`, undefined, body))).toEqual(opened)
    const query = `{ one: Case(id: "${id}") { id } two: Case(id: "${id}") { id } }`
    expect(await told(() => portal.graphql(query, { as: body }))).toEqual(opened)
    const user = {
      ...(await portal.payload.findByID({ collection: 'users', id: staff.user.id })),
      collection: 'users' as const,
    }
    const local = { collection: 'cases', id } as const
    expect(await told(() => portal.payload.findByID({ ...local, user, overrideAccess: false }))).toEqual(
      opened,
    )
    expect(await told(() => portal.payload.findByID({ ...local, user }))).toEqual([])
    for (const path of [
      '',
      `?where[id][equals]=${id}`,
      '/pending-icd',
      '/00000000-0000-7000-8000-000000000000',
    ])
      expect(await told(() => send('GET', `/api/cases${path}`, undefined, body))).toEqual([])
  })

  test('being opened is no change to the sync', async () => {
    const { docs } = await portal.payload.find({ collection: 'cases', limit: 1 })
    const { id = '', updatedAt = '' } = docs[0] ?? {}
    const req = await createLocalReq({}, portal.payload)
    const since = new Date(Date.parse(updatedAt) - 1).toISOString()
    const histories = await loadCaseHistories({ req, cases: [{ id, since }] })
    expect(histories.get(id)?.map(({ at }) => at)).toEqual([updatedAt])
  })
})
