import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reopenInterruptedImports } from '../../src/services/imports/reopenInterruptedImports'
import { exportOfMany } from '../factories/manyPeople'
import { endTransaction, type OpenTransaction } from './endTransaction'
import { type Login, type Portal, startPortal } from './portal'

const writeInChild = fileURLToPath(new URL('./writeImportAndDie.ts', import.meta.url))
/** `CRASH_ROWS=20000` for a long look. */
const rows = Number(process.env.CRASH_ROWS ?? 3_000)
/** One for each round, so that nobody of one is taken for somebody of another. */
const surnames = 'Adler Brandt Cramer Dietz Ehlers Fuchs Gruber Zimmermann Jansen Kessler Wolters'.split(' ')

let portal: Portal
let admin: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
})

afterAll(() => portal.stop())

/**
 * Confirms or undoes an import in a process of its own, which is killed (-9) some time after it has begun, or ends by itself.
 * Returns how long it ran, in milliseconds.
 */
async function writeAndKill({
  what,
  importId,
  afterMs,
}: {
  what: 'confirm' | 'undo'
  importId: string
  afterMs: number
}): Promise<number> {
  let open: OpenTransaction | null = null
  let begun = 0
  await new Promise<void>((resolve) => {
    const child = fork(writeInChild, [what, importId, String(admin.user.id)], {
      execArgv: ['--import', 'tsx'],
      silent: true,
    })
    child.on('message', (message) => {
      if (message !== 'begun') {
        open = message as OpenTransaction
        return
      }
      begun = performance.now()
      if (afterMs < Number.POSITIVE_INFINITY) setTimeout(() => child.kill('SIGKILL'), afterMs)
    })
    child.on('exit', () => resolve())
  })
  if (open) await endTransaction({ payload: portal.payload, uri: process.env.DATABASE_URI ?? '', open })
  return performance.now() - begun
}

const stored = async (round: number) =>
  (await portal.payload.count({ collection: 'cases', where: { nachname: { equals: surnames[round] } } }))
    .totalDocs

const audited = async (action: 'create' | 'delete') =>
  (await portal.payload.count({ collection: 'audit-log', where: { action: { equals: action } } })).totalDocs

async function previewOf(round: number): Promise<string> {
  const form = new FormData()
  form.set('file', exportOfMany({ nachname: String(surnames[round]), count: rows }))
  const { body } = await portal.call('POST', '/api/import/csv', { as: admin, form })
  return body.importId
}

test('a kill in the middle of applying leaves nothing or everything, and the import can be confirmed again', async () => {
  const wholeMs = await writeAndKill({
    what: 'confirm',
    importId: await previewOf(0),
    afterMs: Number.POSITIVE_INFINITY,
  })
  expect(await stored(0)).toBe(rows)
  for (const [index, share] of [0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97].entries()) {
    const round = index + 1
    const importId = await previewOf(round)
    const before = await audited('create')
    await writeAndKill({ what: 'confirm', importId, afterMs: share * wholeMs })
    const count = await stored(round)
    expect([0, rows]).toContain(count)
    expect(await audited('create')).toBe(before + count)
    await reopenInterruptedImports(portal.payload)
    const again = await portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId } })
    expect(again.status).toBe(count === 0 ? 202 : 409)
    await portal.runJobs()
    expect(await stored(round)).toBe(rows)
  }
}, 1_800_000)

test('a kill in the middle of undoing leaves nothing or everything, and the import can be undone again', async () => {
  const imports: string[] = []
  for (const round of [0, 1, 2, 3, 4]) {
    await portal.payload.delete({ collection: 'cases', where: { nachname: { equals: surnames[round] } } })
    const importId = await previewOf(round)
    await portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId } })
    await portal.runJobs()
    expect(await stored(round)).toBe(rows)
    imports.push(importId)
  }
  const [first = '', ...others] = imports
  const wholeMs = await writeAndKill({ what: 'undo', importId: first, afterMs: Number.POSITIVE_INFINITY })
  expect(await stored(0)).toBe(0)
  for (const [index, importId] of others.entries()) {
    const round = index + 1
    const before = await audited('delete')
    await writeAndKill({ what: 'undo', importId, afterMs: (0.2 + 0.25 * index) * wholeMs })
    const count = await stored(round)
    expect([0, rows]).toContain(count)
    expect(await audited('delete')).toBe(before + rows - count)
    await reopenInterruptedImports(portal.payload)
    const again = await portal.call('POST', `/api/import/${importId}/undo`, { as: admin })
    expect(again.status).toBe(count === 0 ? 409 : 202)
    await portal.runJobs()
    expect(await stored(round)).toBe(0)
  }
}, 1_800_000)
