import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exportOfMany } from '../factories/manyPeople'
import { endTransaction, type OpenTransaction, watchTransactions } from './endTransaction'
import { type MongoProxy, startMongoProxy } from './mongoProxy'
import type { Answer, Login, Portal } from './portal'

/**
 * The database goes away in the middle of the work and comes back. The embedded one is a file of this machine and
 * cannot be away; there the same work simply succeeds. What a killed process leaves is shown by crash.test.ts on both.
 */
const rows = 20_000
const isMongo = Boolean(process.env.MONGODB_URI)

let proxy: MongoProxy | null = null
/** The latest transactions, one for each session. */
let open: OpenTransaction[] = []
const serverUri = process.env.DATABASE_URI ?? ''
let portal: Portal
let admin: Login

beforeAll(async () => {
  if (isMongo) {
    proxy = await startMongoProxy({ uri: serverUri })
    process.env.DATABASE_URI = proxy.uri
  }
  // Only now, for the configuration reads its settings when it is imported.
  const { startPortal } = await import('./portal')
  portal = await startPortal()
  watchTransactions(portal.payload, (begun) => {
    open = [...open.filter(({ lsid }) => lsid !== begun.lsid), begun].slice(-4)
  })
  admin = await portal.login('admin')
})

afterAll(async () => {
  await portal.stop()
  await proxy?.stop()
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The server is killed after some time, which forgets the transactions that are open, and is back after some more. */
async function killAfter({ afterMs, forMs }: { afterMs: number; forMs: number }): Promise<void> {
  if (!proxy) return
  await wait(afterMs)
  expect(proxy.cut(), 'connections in use').toBeGreaterThan(0)
  await forgetTransactions()
  await wait(forMs)
  // What was on its way when the connection was cut may have reached the server, which lives on, after that.
  await forgetTransactions()
  proxy.mend()
}

async function forgetTransactions(): Promise<void> {
  for (const one of open) await endTransaction({ uri: serverUri, open: one })
}

const count = async (collection: 'cases' | 'audit-log' | 'icd-codes', where: object) =>
  (await portal.payload.count({ collection, where: where as never })).totalDocs

async function untilItAnswers(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if ((await portal.call('GET', '/api/health')).status === 200) return
    await wait(100)
  }
  throw new Error('The portal did not come back.')
}

test.each([
  ['Kurz', 1_500],
  ['Lang', 12_000],
])(
  'an import of 20,000 rows is stored whole or not at all, and the next try works: %s',
  async (name, forMs) => {
    const form = new FormData()
    form.set('file', exportOfMany({ nachname: name, count: rows }))
    const { body: preview } = await portal.call('POST', '/api/import/csv', { as: admin, form })
    expect(preview.counts).toMatchObject({ create: rows })
    const confirm = () =>
      portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId: preview.importId } })
    expect((await confirm()).status).toBe(202)
    // A runner whose database is away says so and ends.
    const job = portal.runJobs().catch(() => undefined)
    await Promise.all([job, killAfter({ afterMs: 2_000, forMs })])
    await untilItAnswers()
    const stored = await count('cases', { nachname: { equals: name } })
    expect([0, rows]).toContain(stored)
    await vi.waitFor(async () => {
      const { body: state } = await portal.call('GET', `/api/import/${preview.importId}`, { as: admin })
      expect(state.status).toBe(stored === rows ? 'applied' : 'previewed')
    }, 20_000)
    expect((await confirm()).status).toBe(stored === rows ? 409 : 202)
    await portal.runJobs()
    expect(await count('cases', { nachname: { equals: name } })).toBe(rows)
    const imported = { entityType: { equals: 'cases' }, action: { equals: 'create' } }
    expect((await count('audit-log', imported)) % rows).toBe(0)
  },
  180_000,
)

test('a save is answered, whole, or refused with 503 and nothing of it', async () => {
  const answers: Answer[] = []
  const save = async (index: number) => {
    const body = {
      fallgruppe: 'sd',
      modul: 'Zweitmeinung Schilddrüse',
      datum: '2026-02-02',
      nachname: `Einzeln${index}`,
      icd: 'E04.1, E04.9',
    }
    answers.push(await portal.call('POST', '/api/cases', { as: admin, body }))
  }
  const saveAll = async () => {
    for (let index = 0; index < 40; index += 1) {
      await save(index)
      await wait(20)
    }
  }
  await Promise.all([saveAll(), killAfter({ afterMs: 400, forMs: 600 })])
  await untilItAnswers()
  expect(answers.filter(({ status }) => status !== 201 && status !== 503)).toEqual([])
  for (const { status, body } of answers) {
    if (status === 503) expect(body.errors[0]).toMatchObject({ code: 'databaseAway' })
  }
  const { docs: cases } = await portal.payload.find({
    collection: 'cases',
    where: { fallgruppe: { equals: 'sd' } },
    pagination: false,
    depth: 0,
  })
  const created = answers.flatMap(({ status, body }) => (status === 201 ? [body.doc.id] : []))
  const present = cases.map(({ id }) => id)
  expect(present).toEqual(expect.arrayContaining(created))
  for (const id of present) {
    expect(await count('icd-codes', { case: { equals: id } }), 'codes of one case').toBe(2)
    expect(await count('audit-log', { entityId: { equals: id } }), 'entries of one case').toBe(1)
  }
  expect(created.length).toBeGreaterThan(isMongo ? 5 : 39)
}, 120_000)
