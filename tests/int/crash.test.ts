import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reopenInterruptedImports } from '../../src/services/imports/reopenInterruptedImports'
import { exportOfMany } from '../factories/manyPeople'
import { endTransaction, type OpenTransaction } from './endTransaction'
import { type Login, type Portal, startPortal } from './portal'
import { startChild } from './startChild'

const script = fileURLToPath(new URL('./writeImportAndDie.ts', import.meta.url))
/** `CRASH_ROWS=20000` for a long look. */
const rows = Number(process.env.CRASH_ROWS ?? 3_000)

/** One for each round, so that nobody of one is taken for somebody of another. */
const rounds = [
  { nachname: 'Adler', point: 'begun' },
  { nachname: 'Brandt', point: '0.05' },
  { nachname: 'Cramer', point: '0.1' },
  { nachname: 'Dietz', point: '0.2' },
  { nachname: 'Ehlers', point: '0.3' },
  { nachname: 'Hoffmann', point: '0.4' },
  { nachname: 'Jansen', point: '0.45' },
  { nachname: 'Kessler', point: '0.5' },
  { nachname: 'Wolters', point: '0.6' },
  { nachname: 'Yilmaz', point: 'stored' },
]
const undone = [
  { nachname: 'Fuchs', point: '0.1' },
  { nachname: 'Gruber', point: '0.4' },
  { nachname: 'Peters', point: '0.7' },
  { nachname: 'Zimmermann', point: 'stored' },
]

let portal: Portal
let admin: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
})

afterAll(() => portal.stop())

type Write = { what: 'confirm' | 'undo'; importId: string; point: string }

/** Confirms or undoes an import in a process of its own, which is killed (-9) at a point of it. */
async function writeAndDie({ what, importId, point }: Write): Promise<void> {
  let open: OpenTransaction | null = null
  const child = await startChild({ script, args: [what, importId, String(admin.user.id), point] })
  child.on('message', (begun) => {
    open = begun as OpenTransaction
  })
  const signal = await new Promise((resolve) => {
    if (child.signalCode) resolve(child.signalCode)
    child.once('close', (_code, by) => resolve(by))
  })
  expect(signal, `the process at ${point}`).toBe('SIGKILL')
  if (open) await endTransaction({ uri: process.env.DATABASE_URI ?? '', open })
}

const stored = async (nachname: string) =>
  (await portal.payload.count({ collection: 'cases', where: { nachname: { equals: nachname } } })).totalDocs

const audited = async (action: 'create' | 'delete') =>
  (await portal.payload.count({ collection: 'audit-log', where: { action: { equals: action } } })).totalDocs

async function previewOf(nachname: string): Promise<string> {
  const form = new FormData()
  form.set('file', exportOfMany({ nachname, count: rows }))
  const { body } = await portal.call('POST', '/api/import/csv', { as: admin, form })
  return body.importId
}

test.each(rounds)(
  'a kill in the middle of applying leaves nothing or everything, and the import can be confirmed again: $point',
  async ({ nachname, point }) => {
    const importId = await previewOf(nachname)
    const before = await audited('create')
    await writeAndDie({ what: 'confirm', importId, point })
    const count = point === 'stored' ? rows : 0
    expect(await stored(nachname)).toBe(count)
    expect(await audited('create')).toBe(before + count)
    await reopenInterruptedImports(portal.payload)
    const again = await portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId } })
    expect(again.status).toBe(count === 0 ? 202 : 409)
    await portal.runJobs()
    expect(await stored(nachname)).toBe(rows)
  },
  300_000,
)

test.each(undone)(
  'a kill in the middle of undoing leaves nothing or everything, and the import can be undone again: $point',
  async ({ nachname, point }) => {
    const importId = await previewOf(nachname)
    await portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId } })
    await portal.runJobs()
    expect(await stored(nachname)).toBe(rows)
    const before = await audited('delete')
    await writeAndDie({ what: 'undo', importId, point })
    const count = point === 'stored' ? 0 : rows
    expect(await stored(nachname)).toBe(count)
    expect(await audited('delete')).toBe(before + rows - count)
    await reopenInterruptedImports(portal.payload)
    const again = await portal.call('POST', `/api/import/${importId}/undo`, { as: admin })
    expect(again.status).toBe(count === 0 ? 409 : 202)
    await portal.runJobs()
    expect(await stored(nachname)).toBe(0)
  },
  300_000,
)
