import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { reopenInterruptedImports } from '../../src/services/imports/reopenInterruptedImports'
import { storeOf } from '../../src/store/storeOf'
import { exportOfMany } from '../factories/manyPeople'
import { type Login, type Portal, startPortal } from './portal'

/** More rows than are applied at once: the confirm is answered, and a job does it. */
const rows = 2_001

let portal: Portal
let admin: Login
let other: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  other = await portal.login('admin', 'zweite')
})

afterAll(() => portal.stop())

async function preview(name: string, count = rows): Promise<string> {
  const form = new FormData()
  form.set('file', exportOfMany({ nachname: name, count }))
  return (await portal.call('POST', '/api/import/csv', { as: admin, form })).body.importId
}

const confirm = (importId: string, body: object = {}) =>
  portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId, ...body } })
const state = async (importId: string) =>
  (await portal.call('GET', `/api/import/${importId}`, { as: other })).body
const stored = async (nachname: string) =>
  (await portal.payload.count({ collection: 'cases', where: { nachname: { equals: nachname } } })).totalDocs
const waitingJobs = async () =>
  (
    await portal.payload.find({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'applyImport' } },
      pagination: false,
    })
  ).docs
const entryOf = (id: string) => portal.payload.findByID({ collection: 'imports', id, depth: 0 })

test('as many rows as are applied at once are, and answered with the result', async () => {
  expect(await confirm(await preview('Genau', rows - 1))).toMatchObject({
    status: 200,
    body: { status: 'applied', created: rows - 1 },
  })
})

test('one more is answered with 202, and applied by a job with what was given', async () => {
  const importId = await preview('Viele')
  const given = { decisions: { '2': 'skip' }, corrections: { '3': { vorname: 'Berichtigt' } } }
  expect(await confirm(importId, given)).toMatchObject({
    status: 202,
    body: { importId, status: 'applying' },
  })
  expect(await state(importId)).toMatchObject({ status: 'applying', progress: { done: 0, total: rows } })
  expect(await stored('Viele')).toBe(0)
  await portal.runJobs()
  expect(await state(importId)).toMatchObject({
    status: 'applied',
    progress: { done: rows, total: rows },
    result: { created: rows - 1, skipped: 1 },
  })
  expect(await stored('Viele')).toBe(rows - 1)
  const corrected = await portal.payload.find({
    collection: 'cases',
    where: { vorname: { equals: 'Berichtigt' } },
  })
  expect(corrected.docs[0]?.crmTicketId).toBe('Viele-1')
  expect(await waitingJobs()).toEqual([])
  const { docs } = await portal.payload.find({
    collection: 'audit-log',
    where: { and: [{ entityId: { equals: importId } }, { action: { equals: 'import' } }] },
    depth: 0,
  })
  expect(docs[0]?.user).toBe(admin.user.id)
})

test('while it is applied a second confirm is a 409, and of two at once one counts', async () => {
  const importId = await preview('Zweimal')
  const answers = await Promise.all([confirm(importId), confirm(importId)])
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409])
  expect(await confirm(importId)).toMatchObject({
    status: 409,
    body: { errors: [{ code: 'importAlreadyApplied', status: 'applying' }] },
  })
  const path = `/api/import/${importId}/plan`
  expect(await portal.call('POST', path, { as: admin, body: {} })).toMatchObject({
    status: 409,
    body: { errors: [{ code: 'importClosed', status: 'applying' }] },
  })
  expect(await waitingJobs()).toHaveLength(1)
  await portal.runJobs()
  await portal.runJobs()
  expect(await stored('Zweimal')).toBe(rows)
  expect((await confirm(importId)).body.errors[0]).toMatchObject({ result: { created: rows } })
})

test('its progress moves, through every phase, and others are answered meanwhile', async () => {
  const importId = await preview('Fortschritt')
  await confirm(importId)
  const noted = vi.spyOn(storeOf(portal.payload), 'noteProgress')
  let isDone = false
  const job = portal.runJobs().then(() => {
    isDone = true
  })
  const seen: { done: number }[] = []
  while (!isDone) {
    // The embedded database answers at once; a browser asks over the network.
    await new Promise((resolve) => setTimeout(resolve, 2))
    const { status, progress } = await state(importId)
    if (status === 'applying') seen.push(progress)
  }
  await job
  const done = seen.map((progress) => progress.done)
  expect(done.length).toBeGreaterThan(3)
  expect(done).toEqual([...done].sort((left, right) => left - right))
  expect(new Set(done).size).toBeGreaterThan(1)
  const phases = new Set(noted.mock.calls.flatMap(([, progress]) => progress?.phase ?? []))
  expect([...phases]).toEqual(['reading', 'planning', 'preparing', 'storing'])
  noted.mockRestore()
})

test('what cannot be applied is a preview again that says why, and can be confirmed', async () => {
  const importId = await preview('Scheitert')
  await confirm(importId, { decisions: { '2': 'update' } })
  await portal.runJobs()
  const failed = await state(importId)
  expect(failed).toMatchObject({ status: 'previewed', failure: { code: 'decisionRefused' } })
  expect(failed.failure.message).toContain('Zeile 2')
  expect(await stored('Scheitert')).toBe(0)
  expect(await waitingJobs()).toEqual([])
  expect((await confirm(importId)).status).toBe(202)
  expect((await state(importId)).failure).toBeUndefined()
  await portal.runJobs()
  expect(await stored('Scheitert')).toBe(rows)
})

test('an unexpected failure is told without its inner words', async () => {
  const importId = await preview('Unerwartet')
  await confirm(importId)
  const broken = vi
    .spyOn(storeOf(portal.payload), 'applyImport')
    .mockRejectedValueOnce(new Error('The disk is full.'))
  await portal.runJobs()
  broken.mockRestore()
  const { status, failure } = await state(importId)
  expect({ status, code: failure.code }).toEqual({ status: 'previewed', code: 'importFailed' })
  expect(failure.message).not.toContain('disk')
})

test('rows and fields that do not exist are refused before anything is queued', async () => {
  const importId = await preview('Unbekannt')
  expect(await confirm(importId, { decisions: { '99999': 'skip' } })).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'decisionRefused', row: '99999' }] },
  })
  expect(await confirm(importId, { corrections: { '2': { kw: 3 } } })).toMatchObject({ status: 422 })
  expect((await entryOf(importId)).status).toBe('previewed')
})

test('one that a process was applying when it ended can be confirmed again; others are left alone', async () => {
  const begun = await preview('Abgebrochen')
  const queued = await preview('Wartet')
  await confirm(begun)
  await confirm(queued)
  const job = (await waitingJobs()).find(({ input }) => (input as { importId: string }).importId === begun)
  await portal.payload.db.updateJobs({
    id: job?.id ?? '',
    data: { processing: true },
    req: {} as never,
    returning: false,
  })
  await reopenInterruptedImports(portal.payload, { quietMs: 60_000 })
  expect((await state(begun)).status).toBe('applying')
  await reopenInterruptedImports(portal.payload, { now: new Date(Date.now() + 61_000), quietMs: 60_000 })
  expect(await state(begun)).toMatchObject({ status: 'previewed', failure: { code: 'importInterrupted' } })
  expect((await state(queued)).status).toBe('applying')
  expect((await confirm(begun)).status).toBe(202)
  await portal.runJobs()
  await portal.runJobs()
  expect([await stored('Abgebrochen'), await stored('Wartet')]).toEqual([rows, rows])
})
