import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { textRows, workbookOf } from '../factories/workbook'
import { type Login, type Portal, startPortal } from './portal'

let portal: Portal
let admin: Login
let staff: Login
let other: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
  other = await portal.login('dak_mitarbeiter', 'dak2')
})

afterAll(() => portal.stop())

beforeEach(async () => {
  for (const collection of ['import-blocks', 'icd-codes', 'cases', 'audit-log', 'imports'] as const) {
    await portal.payload.db.deleteMany({ collection, where: {} })
  }
})

const header = 'Hauptkontakt,Erstellungsdatum,Modul,Thema,Name'
const rowOf = (name: string, thema = '') =>
  `${name} | Eva | 01.01.1960 |,"02.02.26, 08:50",Zweitmeinung Onkologie,${thema},T-${name}`

async function preview(path: string, { as = admin, bytes }: { as?: Login; bytes: BlobPart }) {
  const form = new FormData()
  form.set('file', new File([bytes], path === 'csv' ? 'a.csv' : 'a.xlsx'))
  return (await portal.call('POST', `/api/import/${path}`, { as, form })).body
}

async function importCsv(rows: string[], decisions = {}): Promise<string> {
  const { importId } = await preview('csv', { bytes: [header, ...rows].join('\n') })
  const body = { importId, decisions }
  const { status } = await portal.call('POST', '/api/import/csv/confirm', { as: admin, body })
  expect(status).toBe(200)
  return importId
}

async function importIcd(icds: Record<string, string>, as = staff): Promise<string> {
  const { docs } = await portal.payload.find({ collection: 'cases', pagination: false })
  const rows = Object.entries(icds).map(([name, icd]) => [
    docs.find(({ nachname }) => nachname === name)?.fallId ?? '',
    icd,
  ])
  const bytes = workbookOf({ sheets: { Vorlage: textRows([['Fall-ID', 'ICD'], ...rows]) } })
  const { importId } = await preview('icd-xlsx', { as, bytes: new Uint8Array(bytes) })
  const { status } = await portal.call('POST', '/api/import/icd-xlsx/confirm', { as, body: { importId } })
  expect(status).toBe(200)
  return importId
}

const undo = (id: string, as: Login | undefined = admin) =>
  portal.call('POST', `/api/import/${id}/undo`, as ? { as } : {})

/** Every case and its codes as they are stored; the ids of codes are nobody's. */
async function everything(): Promise<string> {
  const all = { pagination: false as const, where: { id: { exists: true } } }
  const cases = await portal.payload.db.find({ collection: 'cases', sort: 'fallId', ...all })
  const codes = await portal.payload.db.find({ collection: 'icd-codes', ...all })
  const plain = codes.docs.map(({ case: of, code, hauptgruppe }: any) => [String(of), code, hauptgruppe])
  return JSON.stringify({ cases: cases.docs, codes: plain.sort() })
}

test('undoing created cases leaves what was before, and the same file can be imported again', async () => {
  await importCsv([rowOf('Alt')])
  const before = await everything()
  const id = await importCsv([rowOf('Alt'), rowOf('Neu'), rowOf('Neuer')])
  const { status, body } = await undo(id)
  expect(status).toBe(200)
  expect(body).toEqual({
    importId: id,
    status: 'undone',
    reversed: 2,
    kept: 0,
    failed: 0,
    rows: [
      { row: 3, outcome: 'reversed' },
      { row: 4, outcome: 'reversed' },
    ],
  })
  expect(await everything()).toBe(before)
  const state = await portal.call('GET', `/api/import/${id}`, { as: admin })
  expect(state.body).toMatchObject({ status: 'undone', result: { created: 2, skipped: 1 } })
  const bytes = [header, rowOf('Alt'), rowOf('Neu'), rowOf('Neuer')].join('\n')
  expect((await preview('csv', { bytes })).counts).toMatchObject({ create: 2, skip: 1 })
  const { docs } = await portal.payload.find({
    collection: 'audit-log',
    where: { action: { equals: 'delete' } },
  })
  expect(docs).toHaveLength(2)
})

test('undoing updates, two rows of one case too, leaves what was before', async () => {
  await importCsv([rowOf('Tonn', 'Alt')])
  const before = await everything()
  const id = await importCsv(
    [rowOf('Tonn', 'Neu'), rowOf('Tonn', 'Neuer'), rowOf('Daum'), rowOf('Daum', 'X')],
    {
      2: 'update',
      3: 'update',
      5: 'update',
    },
  )
  expect(await everything()).not.toBe(before)
  expect((await undo(id)).body).toMatchObject({ reversed: 4, kept: 0, failed: 0 })
  expect(await everything()).toBe(before)
})

test('a case that was edited since is kept, one that is gone is told', async () => {
  const id = await importCsv([rowOf('Bleibt'), rowOf('Geht'), rowOf('Weg')])
  const find = (nachname: string) => ({
    collection: 'cases' as const,
    where: { nachname: { equals: nachname } },
  })
  await portal.payload.update({ ...find('Bleibt'), data: { ort: 'Kiel' } })
  await portal.payload.delete(find('Weg'))
  expect((await undo(id)).body).toMatchObject({
    reversed: 2,
    kept: 1,
    failed: 0,
    rows: [
      { row: 2, outcome: 'kept', reason: 'editedSince' },
      { row: 3, outcome: 'reversed' },
      { row: 4, outcome: 'reversed', reason: 'gone' },
    ],
  })
  const { docs } = await portal.payload.find({ collection: 'cases' })
  expect(docs.map(({ nachname, ort }) => [nachname, ort])).toEqual([['Bleibt', 'Kiel']])
})

test('imports of one case are undone exactly from the last to the first', async () => {
  const states = [await everything()]
  const ids = [await importCsv([rowOf('Tonn')])]
  for (const icd of ['C50.1, C79.5', 'C61']) {
    states.push(await everything())
    ids.push(await importIcd({ Tonn: icd }))
  }
  for (const id of ids.reverse()) {
    expect((await undo(id)).body).toMatchObject({ reversed: 1, kept: 0 })
    expect(await everything()).toBe(states.pop())
  }
})

test('undoing an earlier import of a case first keeps the case', async () => {
  await importCsv([rowOf('Tonn')])
  const earlier = await importIcd({ Tonn: 'C50.1, C79.5' })
  const between = await everything()
  const later = await importIcd({ Tonn: 'C61' })
  expect((await undo(earlier)).body).toMatchObject({ reversed: 0, kept: 1 })
  expect((await undo(later)).body).toMatchObject({ reversed: 1, kept: 0 })
  expect(await everything()).toBe(between)
})

test('DAK staff undo their own imports and nobody else’s', async () => {
  const csv = await importCsv([rowOf('Tonn')])
  const before = await everything()
  const id = await importIcd({ Tonn: 'C50.1' })
  expect((await portal.call('POST', `/api/import/${id}/undo`)).status).toBe(401)
  expect((await undo(id, other)).status).toBe(404)
  expect((await undo(csv, staff)).status).toBe(404)
  expect((await undo(id, staff)).status).toBe(200)
  expect(await everything()).toBe(before)
  expect((await undo(csv)).body).toMatchObject({ reversed: 1 })
})

test('only an applied import is undone, and once', async () => {
  const { importId } = await preview('csv', { bytes: [header, rowOf('Tonn')].join('\n') })
  expect(await undo(importId)).toMatchObject({
    status: 409,
    body: { errors: [{ code: 'importNotApplied', status: 'previewed' }] },
  })
  const id = await importCsv([rowOf('Tonn')])
  const answers = await Promise.all([undo(id), undo(id)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await undo(id)).body.errors[0]).toMatchObject({
    code: 'importAlreadyUndone',
    status: 'undone',
    result: { reversed: 1, rows: [{ row: 2, outcome: 'reversed' }] },
  })
})
