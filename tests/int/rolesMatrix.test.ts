import config from '@payload-config'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Door, doorsOf, ruleOfDoor } from '../../src/lib/doors'
import { stopClock } from './authenticator'
import { inviteEveryone, outcomeOf, outcomeOfAnswer, type Person } from './people'
import { type Portal, startPortal } from './portal'

let portal: Portal
let doors: Door[]
let people: Record<string, Person>

const names = ['nobody', 'gone', 'notEnrolled', 'oldPassword', 'dak', 'admin'] as const
const nowhere = '00000000-0000-7000-8000-000000000000'

beforeAll(async () => {
  stopClock()
  portal = await startPortal()
  // Where the portal has an endpoint in the place of one of Payload's, nobody reaches that.
  const all = doorsOf(await config)
  doors = all.filter((door) => all.find(({ name }) => name === door.name) === door)
  people = await inviteEveryone(portal)
  vi.useRealTimers()
})

afterAll(() => portal.stop())

const person = (name: string): Person => people[name] as Person

/** These answer what they are asked without looking at who asks: a wrong password, a wrong token, a login that ends. */
const answersForItself = new Set([
  'POST /api/users/login',
  'POST /api/users/logout',
  'POST /api/users/reset-password',
])

/** `/:key` stands before these, so nobody reaches them. */
const behindAnother = new Set([
  'GET /api/payload-preferences/:id',
  'GET /api/payload-preferences/versions',
  'DELETE /api/payload-preferences/:id',
])

/** An address behind the door at which nothing is, so that asking changes nothing. */
function addressOf(name: string): string {
  const path = (name.split(' ')[1] ?? '')
    .replace(/:id\??/, nowhere)
    .replace(':key', 'nav')
    .replace(':jahr', '2026')
    .replace(':kw', '5')
    .replace(':filename', 'keine.xlsx')
  return /^(PATCH|DELETE) \/api\/[^/]+$/.test(name) ? `${path}?where[id][equals]=${nowhere}` : path
}

async function knock(who: Person, name: string, body: unknown = {}) {
  const method = name.split(' ')[0] ?? ''
  const hasBody = method !== 'GET' && method !== 'DELETE'
  return portal.call(method, addressOf(name), { as: who.login, ...(hasBody ? { body } : {}) })
}

describe('every REST endpoint, Payload’s own among them, does what its rule says', () => {
  for (const name of names) {
    test(`to ${name}`, async () => {
      const wrong: string[] = []
      for (const door of doors) {
        if (answersForItself.has(door.name) || behindAnother.has(door.name)) continue
        const rule = ruleOfDoor(door)
        if (!rule) throw new Error(`${door.name} has no rule`)
        const expected = outcomeOf(rule, person(name))
        const answer = await knock(person(name), door.name)
        const found = outcomeOfAnswer(answer)
        // Of rows there is none behind the address: which refusal that is, is not the point here.
        const isRight = expected === 'rows' ? /^(open|403 forbidden)$/.test(found) : found === expected
        if (!isRight) wrong.push(`${door.name}: ${found}, not ${expected}`)
      }
      expect(wrong).toEqual([])
    })
  }
})

/** SPEC §1 by hand: a wrong row of the table is a wrong row of this list or of the table. */
const written: [string, string, string][] = [
  ['nobody', 'GET /api/health', 'open'],
  ['nobody', 'POST /api/auth/token', 'open'],
  ['nobody', 'POST /api/users/register', 'open'],
  ['nobody', 'POST /api/users/forgot-password', 'open'],
  ['nobody', 'POST /api/invitations', '401 unauthenticated'],
  ['nobody', 'GET /api/notifications', '401 unauthenticated'],
  ['nobody', 'GET /api/cases', '401 unauthenticated'],
  ['nobody', 'GET /api/users', '401 unauthenticated'],
  ['nobody', 'GET /api/access', '401 unauthenticated'],
  ['nobody', 'GET /api/reports/dashboard', '401 unauthenticated'],
  ['nobody', 'POST /api/users/first-register', '401 unauthenticated'],
  ['gone', 'GET /api/cases', '401 unauthenticated'],
  ['notEnrolled', 'GET /api/cases', '403 mfaEnrolmentRequired'],
  ['notEnrolled', 'POST /api/users/mfa/verify', 'open'],
  ['notEnrolled', 'GET /api/payload-preferences/:key', '403 mfaEnrolmentRequired'],
  ['oldPassword', 'GET /api/cases', '403 passwordChangeRequired'],
  ['oldPassword', 'POST /api/users/mfa/setup', '403 passwordChangeRequired'],
  ['oldPassword', 'POST /api/users/change-password', 'open'],
  ['dak', 'GET /api/cases', 'open'],
  ['dak', 'PATCH /api/cases/:id', 'open'],
  ['dak', 'POST /api/cases', '403 forbidden'],
  ['dak', 'DELETE /api/cases/:id', '403 forbidden'],
  ['dak', 'DELETE /api/cases', '403 forbidden'],
  ['dak', 'PUT /api/cases/:id/icd', 'open'],
  ['dak', 'GET /api/cases/pending-icd', 'open'],
  ['dak', 'GET /api/cases/coding-template', 'open'],
  ['dak', 'POST /api/import/icd-xlsx', 'open'],
  ['dak', 'POST /api/import/icd-xlsx/confirm', 'open'],
  ['dak', 'POST /api/import/csv', '403 forbidden'],
  ['dak', 'POST /api/import/csv/confirm', '403 forbidden'],
  ['dak', 'POST /api/import/historical', '403 forbidden'],
  ['dak', 'POST /api/import/berichtswesen', '403 forbidden'],
  ['dak', 'GET /api/admin/excel-sync', '403 forbidden'],
  ['dak', 'POST /api/admin/excel-sync', '403 forbidden'],
  ['dak', 'GET /api/cases/pending-coding', '403 forbidden'],
  ['dak', 'PUT /api/cases/:id/coding', '403 forbidden'],
  ['dak', 'GET /api/coding/queue', '403 forbidden'],
  ['dak', 'PUT /api/coding/:id', '403 forbidden'],
  ['dak', 'PUT /api/coding', '403 forbidden'],
  ['dak', 'GET /api/reports/dashboard', 'open'],
  ['dak', 'GET /api/reports/list', 'open'],
  ['dak', 'GET /api/reports/download/:id', 'open'],
  ['dak', 'POST /api/reports/generate', '403 forbidden'],
  ['dak', 'POST /api/reports', '403 forbidden'],
  ['dak', 'GET /api/notifications', 'open'],
  ['dak', 'POST /api/invitations', '403 forbidden'],
  ['dak', 'GET /api/invitations', '403 forbidden'],
  ['dak', 'GET /api/invitations/list', '403 forbidden'],
  ['dak', 'GET /api/allowed-domains', '403 forbidden'],
  ['dak', 'POST /api/allowed-domains', '403 forbidden'],
  ['dak', 'GET /api/mails/undelivered', '403 forbidden'],
  ['dak', 'GET /api/audit-log', '403 forbidden'],
  ['dak', 'GET /api/audit-log/list', '403 forbidden'],
  ['dak', 'GET /api/audit-log/xlsx', '403 forbidden'],
  ['dak', 'GET /api/audit-log/csv', '403 forbidden'],
  ['admin', 'GET /api/audit-log/list', 'open'],
  ['admin', 'GET /api/audit-seals', '403 forbidden'],
  ['admin', 'GET /api/audit-heads', '403 forbidden'],
  ['dak', 'GET /api/audit-log/count', '403 forbidden'],
  ['dak', 'POST /api/users', '403 forbidden'],
  ['dak', 'DELETE /api/users/:id', '403 forbidden'],
  ['dak', 'POST /api/users/unlock', '403 forbidden'],
  ['dak', 'POST /api/users/:id/mfa/reset', '403 forbidden'],
  ['dak', 'DELETE /api/users/:id/sessions', '403 forbidden'],
  ['dak', 'GET /api/globals/settings', '403 forbidden'],
  ['dak', 'POST /api/globals/settings', '403 forbidden'],
  ['dak', 'GET /api/globals/payload-jobs-stats', '403 forbidden'],
  ['dak', 'GET /api/payload-jobs/run', '403 forbidden'],
  ['dak', 'GET /api/payload-jobs', '403 forbidden'],
  ['admin', 'POST /api/cases', 'open'],
  ['admin', 'POST /api/import/csv', 'open'],
  ['admin', 'PUT /api/coding', 'open'],
  ['admin', 'POST /api/reports/generate', 'open'],
  ['admin', 'GET /api/audit-log', 'open'],
  ['admin', 'DELETE /api/audit-log/:id', '403 forbidden'],
  ['admin', 'PATCH /api/audit-log/:id', '403 forbidden'],
  ['admin', 'POST /api/audit-log', '403 forbidden'],
  ['admin', 'GET /api/import-blocks', '403 forbidden'],
  ['admin', 'GET /api/mfa-secrets', '403 forbidden'],
  ['admin', 'GET /api/recovery-codes', '403 forbidden'],
  ['admin', 'GET /api/sessions', '403 forbidden'],
  ['admin', 'GET /api/refresh-tokens', '403 forbidden'],
  ['admin', 'POST /api/users/unlock', 'open'],
]

test.each(written)('%s at %s: %s', async (name, door, expected) => {
  expect(doors.map((one) => one.name)).toContain(door)
  expect(outcomeOfAnswer(await knock(person(name), door))).toBe(expected)
})
