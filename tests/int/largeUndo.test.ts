import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { reopenInterruptedImports } from '../../src/services/imports/reopenInterruptedImports'
import { storeOf } from '../../src/store/storeOf'
import { exportOfMany } from '../factories/manyPeople'
import { type Login, type Portal, startPortal } from './portal'

/** More rows than are undone at once: the undo is answered, and a job does it. */
const rows = 2_001

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter')
})

afterAll(() => portal.stop())

async function applied(name: string, count = rows): Promise<string> {
  const form = new FormData()
  form.set('file', exportOfMany({ nachname: name, count }))
  const { importId } = (await portal.call('POST', '/api/import/csv', { as: admin, form })).body
  await portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId } })
  await portal.runJobs()
  expect(await stored(name)).toBe(count)
  return importId
}

const undo = (id: string, as = admin) => portal.call('POST', `/api/import/${id}/undo`, { as })
const state = async (id: string) => (await portal.call('GET', `/api/import/${id}`, { as: admin })).body
const rowsOf = async (id: string, query: string) =>
  (await portal.call('GET', `/api/import/${id}/rows?${query}`, { as: admin })).body
const stored = async (nachname: string) =>
  (await portal.payload.count({ collection: 'cases', where: { nachname: { equals: nachname } } })).totalDocs
const waitingJobs = async () =>
  (
    await portal.payload.find({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'undoImport' } },
      pagination: false,
    })
  ).docs

test('as many rows as are undone at once are, and answered with what became of each', async () => {
  const { status, body } = await undo(await applied('Genau', rows - 1))
  expect({ status, ...body, rows: body.rows.length }).toMatchObject({
    status: 'undone',
    reversed: rows - 1,
    rows: rows - 1,
  })
  expect(await stored('Genau')).toBe(0)
})

test('one more is answered with 202, and undone by a job on behalf of whoever asked', async () => {
  const importId = await applied('Viele')
  const edited = { collection: 'cases' as const, where: { crmTicketId: { equals: 'Viele-1500' } } }
  await portal.payload.update({ ...edited, data: { ort: 'Kiel' } })
  expect(await undo(importId)).toMatchObject({
    status: 202,
    body: { importId, status: 'applied', isUndoing: true },
  })
  expect(await state(importId)).toMatchObject({
    status: 'applied',
    isUndoing: true,
    progress: { done: 0, total: rows },
  })
  expect(await stored('Viele')).toBe(rows)
  await portal.runJobs()
  const { undo: undone, ...after } = await state(importId)
  expect(after).toMatchObject({ status: 'undone', isUndoing: false, progress: { done: rows, total: rows } })
  expect(undone).toMatchObject({ reversed: rows - 1, kept: 1, failed: 0 })
  expect(await stored('Viele')).toBe(1)
  expect(await waitingJobs()).toEqual([])
  const kept = await rowsOf(importId, 'outcome=kept')
  expect(kept.docs).toMatchObject([{ row: 1502, undone: { outcome: 'kept', reason: 'editedSince' } }])
  expect(await rowsOf(importId, 'outcome=reversed&limit=1')).toMatchObject({ totalDocs: rows - 1 })
  const { docs } = await portal.payload.find({
    collection: 'audit-log',
    where: { and: [{ entityId: { equals: importId } }, { action: { equals: 'undo' } }] },
    depth: 0,
  })
  expect(docs[0]?.user).toBe(admin.user.id)
})

test('while it is undone a second undo is a 409, and of two at once one counts', async () => {
  const importId = await applied('Zweimal')
  expect((await undo(importId, staff)).status).toBe(404)
  const answers = await Promise.all([undo(importId), undo(importId)])
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409])
  expect(await undo(importId)).toMatchObject({
    status: 409,
    body: { errors: [{ code: 'undoUnderWay', importId }] },
  })
  expect(await waitingJobs()).toHaveLength(1)
  await portal.runJobs()
  await portal.runJobs()
  expect(await stored('Zweimal')).toBe(0)
  expect((await undo(importId)).body.errors[0]).toMatchObject({
    code: 'importAlreadyUndone',
    result: { reversed: rows },
  })
})

test('its progress moves, and others are answered meanwhile', async () => {
  const importId = await applied('Fortschritt')
  await undo(importId)
  let isDone = false
  const job = portal.runJobs().then(() => {
    isDone = true
  })
  const done: number[] = []
  while (!isDone) {
    await new Promise((resolve) => setTimeout(resolve, 2))
    const { isUndoing, progress } = await state(importId)
    if (isUndoing) done.push(progress.done)
  }
  await job
  expect(done).toEqual([...done].sort((left, right) => left - right))
  expect(new Set(done).size).toBeGreaterThan(1)
})

test('an unexpected failure leaves it applied, is told without its inner words, and it can be undone again', async () => {
  const importId = await applied('Unerwartet')
  await undo(importId)
  const broken = vi
    .spyOn(storeOf(portal.payload), 'undoImport')
    .mockRejectedValueOnce(new Error('The disk is full.'))
  await portal.runJobs()
  broken.mockRestore()
  const { status, isUndoing, failure } = await state(importId)
  expect({ status, isUndoing, code: failure.code }).toEqual({
    status: 'applied',
    isUndoing: false,
    code: 'undoFailed',
  })
  expect(failure.message).not.toContain('disk')
  expect(await stored('Unerwartet')).toBe(rows)
  expect((await undo(importId)).status).toBe(202)
  await portal.runJobs()
  expect((await state(importId)).status).toBe('undone')
})

test('one that a process was undoing when it ended can be undone again; one that waits is left to its job', async () => {
  const begun = await applied('Abgebrochen')
  const queued = await applied('Wartet')
  for (const importId of [begun, queued]) expect((await undo(importId)).status).toBe(202)
  const job = (await waitingJobs()).find(({ input }) => (input as { importId: string }).importId === begun)
  await portal.payload.db.updateJobs({
    id: job?.id ?? '',
    data: { processing: true },
    req: {} as never,
    returning: false,
  })
  await reopenInterruptedImports(portal.payload, { quietMs: 60_000 })
  expect((await state(begun)).isUndoing).toBe(true)
  await reopenInterruptedImports(portal.payload, { now: new Date(Date.now() + 61_000), quietMs: 60_000 })
  expect(await state(begun)).toMatchObject({ isUndoing: false, failure: { code: 'undoInterrupted' } })
  expect((await state(queued)).isUndoing).toBe(true)
  expect((await undo(begun)).status).toBe(202)
  await portal.runJobs()
  expect([await stored('Abgebrochen'), await stored('Wartet')]).toEqual([0, 0])
})
