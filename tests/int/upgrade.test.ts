import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseSearch } from '../../src/domain/cases/caseSearch'
import { migrations } from '../../src/migrations'
import { storeOf } from '../../src/store/storeOf'
import { answersThen, leaveFirstRelease } from './firstRelease'
import { type Login, type Portal, startPortal, testPassword } from './portal'

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  await leaveFirstRelease()
  portal = await startPortal()
})

afterAll(() => portal.stop())

const ask = (path: string, as = admin) => portal.call('GET', path, { as })

test('the accounts of the first release log in with their passwords', async () => {
  const login = async (name: string): Promise<Login> => {
    const { status, body } = await portal.call('POST', '/api/users/login', {
      body: { email: `${name}@example.org`, password: testPassword },
    })
    expect(status).toBe(200)
    return { token: body.token, user: body.user }
  }
  admin = await login('admin')
  staff = await login('dak')
  expect([admin.user.role, staff.user.role]).toEqual(['admin', 'dak_mitarbeiter'])
  expect(admin.user).toMatchObject({ isActive: true, mfaEnabled: false, mustChangePassword: false })
})

test('its database has been through every migration since', async () => {
  const { body } = await ask('/api/ready')
  expect(body).toMatchObject({ status: 'ready', checks: { migrations: 'ok' } })
})

test('every case reads as it did, for both roles', async () => {
  const { body } = await ask('/api/cases?limit=0&depth=0&sort=fallId')
  expect(body.docs).toHaveLength(57)
  expect(body.docs.map(filled)).toMatchObject(answersThen.cases.map(filled))
  const seen = await ask('/api/cases?limit=0&depth=0&sort=fallId', staff)
  expect(seen.body.docs).toHaveLength(57)
  const { body: one } = await ask('/api/cases?where[fallId][equals]=2025-06-intensiv-Zander')
  expect(one.docs[0].notizen.root.children[0].children[0].text).toBe('Eine Notiz')
})

test('everything else is there: codes, imports, reports, summaries, the audit log', async () => {
  const { body: codes } = await ask('/api/icd-codes?limit=0&depth=1')
  const found = codes.docs.map((doc: any) => [doc.case.fallId, doc.code, doc.hauptgruppe])
  expect(found.sort()).toEqual(answersThen.codes)
  const { body: log } = await ask('/api/import/log')
  expect(log.docs.map(({ filename, status }: any) => [filename, status])).toEqual([
    ['crm-2026-kw07.csv', 'previewed'],
    ['crm-2026-kw06.csv', 'applied'],
  ])
  const { body: audit } = await ask('/api/audit-log?limit=0')
  expect(audit.totalDocs).toBeGreaterThanOrEqual(answersThen.auditEntries)
  const { body: summaries } = await ask('/api/yearly-summaries')
  expect(summaries.docs).toMatchObject([{ jahr: 2024, kw: 6, erstberatungen: 12, gutachten: 5 }])
})

test('what is stored for counting and searching is that of today’s rules', async () => {
  const { payload } = portal
  expect(await storeOf(payload).findOutdatedSearch(1)).toEqual([])
  const { docs } = await payload.find({
    collection: 'cases',
    limit: 0,
    depth: 0,
    pagination: false,
    showHiddenFields: true,
  })
  for (const stored of docs) expect(stored).toMatchObject(caseSearch(stored as never))
})

test('the cube, the sheets and the analyses count as before', async () => {
  const { body } = await ask('/api/reports/weekly/2026/6')
  expect(body.cube).toEqual(answersThen.cube)
  expect(body.sheets).toEqual(answersThen.sheets)
  const { body: dashboard } = await ask('/api/reports/dashboard?jahr=2026')
  const sum = (name: string) =>
    answersThen.cube.reduce((total: number, cell: Record<string, number>) => total + (cell[name] ?? 0), 0)
  expect(dashboard.kpis).toMatchObject({ erstberatungen: sum('erstberatungen'), gutachten: sum('gutachten') })
  const { body: analyses } = await ask('/api/reports/analyses?jahr=2026')
  expect(analyses.erstberatungen).toBe(sum('erstberatungen'))
})

test('its reports are listed with their versions, downloaded, and replaced by new ones', async () => {
  const { body } = await ask('/api/reports/list')
  expect(body.docs.map(({ jahr, kw, version }: any) => [jahr, kw, version])).toEqual(answersThen.reports)
  const [current] = body.docs
  expect(current.earlier).toHaveLength(1)
  const file = await ask(current.downloadUrl, staff)
  expect(file.body.subarray(0, 2).toString()).toBe('PK')
  const made = await portal.call('POST', '/api/reports/generate', { as: admin, body: { jahr: 2026, kw: 6 } })
  expect(made.status).toBe(201)
  const again = await ask('/api/reports/list')
  expect(again.body.docs[0]).toMatchObject({ jahr: 2026, kw: 6, version: 3 })
})

test('a preview that was open is confirmed, and an import that was applied is undone', async () => {
  const { body: log } = await ask('/api/import/log')
  const [open, applied] = log.docs
  const rows = await ask(`/api/import/${open.importId}/rows?limit=1000`)
  expect(rows.body.totalDocs).toBe(open.counts.total)
  const confirmed = await portal.call('POST', '/api/import/csv/confirm', {
    as: admin,
    body: { importId: open.importId },
  })
  expect([confirmed.status, confirmed.body.created]).toEqual([200, open.counts.create])
  const undone = await portal.call('POST', `/api/import/${applied.importId}/undo`, { as: admin })
  expect(undone.status).toBe(200)
  expect(undone.body.reversed + undone.body.kept).toBe(51)
  expect(undone.body.kept).toBeLessThanOrEqual(1)
})

test('work goes on: a case, an ICD code; whom to let register is for the admins to say', async () => {
  const body = { nachname: 'Tonn', datum: '2026-02-05', fallgruppe: 'onko' }
  const made = await portal.call('POST', '/api/cases', { as: admin, body })
  expect(made.body.doc.fallId).toMatch(/^2026-06-onko-Tonn-\d+$/)
  const entered = await portal.call('PUT', `/api/cases/${made.body.doc.id}/icd`, {
    as: staff,
    body: { icd: 'c50.1' },
  })
  expect(entered.body.icd).toBe('C50.1')
  const { body: domains } = await ask('/api/allowed-domains')
  expect(domains.docs).toEqual([])
  const allowed = { domain: 'dak.de', role: 'dak_mitarbeiter' }
  const added = await portal.call('POST', '/api/allowed-domains', { as: admin, body: allowed })
  expect(added.status).toBe(201)
})

test('a second start has nothing left to do', async () => {
  const before = await countsOf(['cases', 'icd-codes', 'imports', 'reports', 'users', 'allowed-domains'])
  if (portal.payload.db.name === 'sqlite') await portal.payload.db.migrate({ migrations } as never)
  await portal.payload.config.onInit?.(portal.payload)
  expect(await countsOf(['cases', 'icd-codes', 'imports', 'reports', 'users', 'allowed-domains'])).toEqual(
    before,
  )
  expect(await storeOf(portal.payload).pendingMigrations()).toEqual([])
})

/** MongoDB leaves out what the embedded database answers as `null`. */
function filled(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}

/** With a filter, for of all documents MongoDB only estimates how many there are. */
async function countsOf(slugs: CollectionSlug[]): Promise<number[]> {
  const where = { id: { exists: true } }
  return Promise.all(
    slugs.map(async (collection) => (await portal.payload.count({ collection, where })).totalDocs),
  )
}
