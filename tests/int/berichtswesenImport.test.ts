import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changedWorkbook } from '../factories/changedWorkbook'
import { textRows, workbookOf } from '../factories/workbook'
import { type Login, type Portal, startPortal } from './portal'

const samples = new URL('../fixtures/samples/', import.meta.url)
const { berichtswesen } = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8'))
const sample = readFileSync(new URL(berichtswesen.file, samples))
const first = 'Auswertung KW gesamt'

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
})

afterAll(() => portal.stop())

beforeEach(async () => {
  for (const collection of [
    'import-blocks',
    'icd-codes',
    'cases',
    'yearly-summaries',
    'audit-log',
    'imports',
  ] as const) {
    await portal.payload.db.deleteMany({ collection, where: {} })
  }
})

type Upload = { bytes?: Uint8Array; name?: string; as?: Login | null }

function upload({ bytes = sample, name = berichtswesen.file, as = admin }: Upload = {}) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return portal.call('POST', '/api/import/berichtswesen', as ? { as, form } : { form })
}

const confirm = (importId: string, body: object = {}, as = admin) =>
  portal.call('POST', '/api/import/berichtswesen/confirm', { as, body: { importId, ...body } })

async function imported(given: Upload = {}, body: object = {}): Promise<string> {
  const { importId } = (await upload(given)).body
  const answer = await confirm(importId, body)
  expect(answer.status).toBe(200)
  return importId
}

const undo = (id: string) => portal.call('POST', `/api/import/${id}/undo`, { as: admin })

/** Every week as it is stored, whole. */
async function everything() {
  const where = { id: { exists: true } }
  const { docs } = await portal.payload.db.find({
    collection: 'yearly-summaries',
    sort: 'kw',
    pagination: false,
    where,
  })
  return docs as Record<string, any>[]
}

const audited = async (entityType: string) =>
  (
    await portal.payload.find({
      collection: 'audit-log',
      where: { entityType: { equals: entityType } },
      pagination: false,
      sort: 'at',
    })
  ).docs

const changedSample = (cells: Readonly<Record<string, string | number | null>>) =>
  changedWorkbook({ bytes: sample, cells })

describe('the Berichtswesen of the samples', () => {
  test('is previewed as 52 weeks, each at its place on the first sheet', async () => {
    const { status, body } = await upload()
    expect(status).toBe(201)
    expect(body).toMatchObject({
      kind: 'berichtswesen-xlsx',
      counts: { total: 52, create: 52, update: 0, skip: 0, decide: 0, error: 0, warnings: 0 },
    })
    expect(body.rows[0]).toEqual({
      row: 11,
      sheet: first,
      action: 'create',
      data: Object.fromEntries(
        berichtswesen.columns.map((name: string, index: number) => [name, berichtswesen.rows[0][index]]),
      ),
      changes: [],
      duplicateOf: null,
      problems: [],
    })
    expect(await everything()).toEqual([])
  })

  test('fills yearly-summaries with every number, who and when', async () => {
    const importId = await imported()
    const stored = await everything()
    expect(stored.map((week) => berichtswesen.columns.map((name: string) => week[name]))).toEqual(
      berichtswesen.rows,
    )
    const state = await portal.call('GET', `/api/import/${importId}`, { as: admin })
    expect(state.body).toMatchObject({ status: 'applied', result: { created: 52, failed: 0 } })
    expect(new Set(stored.map(({ source }) => source))).toEqual(new Set([berichtswesen.file]))
    const entries = await audited('yearly-summaries')
    expect(entries).toHaveLength(52)
    expect(entries.map(({ action }) => action)).toEqual(entries.map(() => 'create'))
    expect(entries.find(({ entityId }) => entityId === stored[0]?.id)?.changes).toContainEqual({
      field: 'erstberatungen',
      old: null,
      new: berichtswesen.rows[0][2],
    })
  })

  test('imported twice is imported once', async () => {
    await imported()
    const before = await everything()
    const { body } = await upload()
    expect(body.counts).toMatchObject({ total: 52, create: 0, update: 0, skip: 52 })
    expect((await confirm(body.importId)).body).toMatchObject({ created: 0, updated: 0, skipped: 52 })
    expect(await everything()).toEqual(before)
    expect((await confirm(body.importId)).status).toBe(409)
  })

  test('with other numbers updates the weeks that differ, old → new, and undoing puts them back', async () => {
    const created = await imported()
    const before = await everything()
    const bytes = await changedSample({ '1/11/3': 7, '4/6/3': 1 })
    const { body } = await upload({ bytes })
    expect(body.counts).toMatchObject({ update: 2, skip: 50 })
    expect(body.rows.slice(0, 2).map(({ action, changes }: any) => [action, changes])).toEqual([
      ['update', [{ field: 'unterlagen', old: 0, new: 7 }]],
      ['update', [{ field: 'taJa', old: 0, new: 1 }]],
    ])
    expect((await confirm(body.importId)).body).toMatchObject({ updated: 2, skipped: 50 })
    expect((await everything())[0]).toMatchObject({ unterlagen: 7, createdAt: before[0]?.createdAt })
    expect((await undo(created)).body).toMatchObject({ reversed: 50, kept: 2 })
    expect((await undo(body.importId)).body).toMatchObject({ reversed: 2, kept: 0, failed: 0 })
    expect(await everything()).toEqual(before.slice(0, 2))
  })

  test('is undone whole: nothing is left, and it can be imported again', async () => {
    const id = await imported()
    const { body, status } = await undo(id)
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'undone', reversed: 52, kept: 0, failed: 0 })
    expect(body.rows[0]).toEqual({ row: 11, sheet: first, outcome: 'reversed' })
    expect(await everything()).toEqual([])
    const entries = await audited('yearly-summaries')
    expect(entries.filter(({ action }) => action === 'delete')).toHaveLength(52)
    expect((await undo(id)).status).toBe(409)
    expect((await upload()).body.counts.create).toBe(52)
  })

  test('what was edited since is kept when it is undone', async () => {
    const id = await imported()
    const week = (kw: number) => ({ collection: 'yearly-summaries' as const, where: { kw: { equals: kw } } })
    await portal.payload.update({ ...week(5), data: { unterlagen: 99 } })
    await portal.payload.delete(week(6))
    const { body } = await undo(id)
    expect(body).toMatchObject({ reversed: 51, kept: 1, failed: 0 })
    expect(body.rows[4]).toEqual({ row: 15, sheet: first, outcome: 'kept', reason: 'editedSince' })
    expect(body.rows[5]).toMatchObject({ outcome: 'reversed', reason: 'gone' })
    expect((await everything()).map(({ kw, unterlagen }) => [kw, unterlagen])).toEqual([[5, 99]])
  })

  test('two confirms at once apply once', async () => {
    const { importId } = (await upload()).body
    const answers = await Promise.all([confirm(importId), confirm(importId)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await everything()).toHaveLength(52)
  })

  test('two imports of a year at once store each week once', async () => {
    const ids = [(await upload()).body.importId, (await upload()).body.importId]
    const answers = await Promise.all(ids.map((id) => confirm(id)))
    expect(answers.map(({ body }) => body.created).sort()).toEqual([0, 52])
    expect(await everything()).toHaveLength(52)
  })
})

describe('a week with cells that are no counts', () => {
  const wrong = { '1/12/3': 'viele', '2/13/4': -1, '3/13/3': 2.5, '4/14/2': null }

  test('is in error with sheet, row, field and value; the others are imported', async () => {
    const { body } = await upload({ bytes: await changedSample(wrong) })
    expect(body.counts).toMatchObject({ total: 52, create: 49, error: 3 })
    const problems = body.rows.flatMap(({ row, problems: found }: any) =>
      found
        .filter(({ level }: any) => level === 'error')
        .map(({ code, field, value }: any) => [row, code, field, value]),
    )
    expect(problems).toEqual([
      [12, 'invalidCount', 'unterlagen', 'viele'],
      [19, 'invalidCount', 'onkoKeineRueckmeldungAblehnung', '-1'],
      [19, 'invalidCount', 'gutachtenAlternative', '2.5'],
      [20, 'missingCount', 'gutachten', null],
    ])
  })

  test('says so in words of either language', async () => {
    const bytes = await changedSample({ '3/5/6': 'x' })
    const form = new FormData()
    form.set('file', new File([new Uint8Array(bytes)], 'a_2024.xlsx'))
    const { body } = await portal.call('POST', '/api/import/berichtswesen', {
      as: admin,
      form,
      language: 'en',
    })
    expect(body.rows[0].problems[0].message).toBe(
      'Sheet “Auswertung Gutachten”, row 5, Oncology: Alternatives: “x” is not a whole number from 0 on. Please enter the count.',
    )
  })

  test('can be corrected in the preview, and only its counts can', async () => {
    const { body } = await upload({ bytes: await changedSample({ '1/12/3': 'viele' }) })
    const key = `${first}!12`
    const refused = await confirm(body.importId, { corrections: { [key]: { kw: 3 } } })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'correctionRefused' }] } })
    const answer = await confirm(body.importId, { corrections: { [key]: { unterlagen: '1' } } })
    expect(answer.body).toMatchObject({ created: 52, failed: 0 })
    expect((await everything())[1]).toMatchObject({ kw: 2, unterlagen: 1 })
  })

  test('can be taken as a file of five sheets that is imported once it is corrected', async () => {
    const { body } = await upload({ bytes: await changedSample(wrong) })
    await confirm(body.importId)
    const { body: bytes, headers } = await portal.call('GET', `/api/import/${body.importId}/errors`, {
      as: admin,
    })
    expect(headers.get('content-disposition')).toContain('Berichtswesen_2024_KW52_Fehler.xlsx')
    const again = await upload({ bytes, name: 'Fehler.xlsx' })
    expect(again.body.counts).toMatchObject({ total: 3, error: 3 })
    expect(again.body.rows.map(({ data }: any) => [data.jahr, data.kw])).toEqual(
      [2, 9, 10].map((kw) => [2024, kw]),
    )
  })

  test('can be left out by decision', async () => {
    const { importId } = (await upload()).body
    const answer = await confirm(importId, { decisions: { [`${first}!11`]: 'skip' } })
    expect(answer.body).toMatchObject({ created: 51, skipped: 1 })
    const { body } = await upload()
    expect(await confirm(body.importId, { decisions: { [`${first}!12`]: 'create' } })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'decisionRefused' }] },
    })
  })
})

describe('what is no Berichtswesen is refused before anything is stored', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, number, string]>([
    ['a CSV', () => new TextEncoder().encode('a,b\n1,2'), 415, 'notWorkbook'],
    [
      'a workbook with other sheets',
      () => workbookOf({ sheets: { Umsatz: textRows([['KW', 'Erstberatungen']]) } }),
      422,
      'missingSheets',
    ],
  ])('%s', async (_, make, status, code) => {
    const answer = await upload({ bytes: await make() })
    expect(answer).toMatchObject({ status, body: { errors: [{ code }] } })
    expect((await portal.call('GET', '/api/import/log', { as: admin })).body.docs).toEqual([])
  })

  test('DAK staff and strangers', async () => {
    expect((await upload({ as: staff })).status).toBe(403)
    expect((await upload({ as: null })).status).toBe(401)
    const { importId } = (await upload()).body
    expect((await confirm(importId, {}, staff)).status).toBe(403)
    expect((await portal.call('GET', `/api/import/${importId}`, { as: staff })).status).toBe(404)
  })
})

test('the year after is compared with it where its cases are not in the portal, and says so', async () => {
  await imported()
  const form = new FormData()
  const name = 'Abrechnung_DAK.xlsx'
  form.set('file', new File([readFileSync(new URL(name, samples))], name))
  const { body } = await portal.call('POST', '/api/import/historical', { as: admin, form })
  await portal.call('POST', '/api/import/historical/confirm', {
    as: admin,
    body: { importId: body.importId },
  })
  const compared = async () =>
    (await portal.call('GET', '/api/reports/dashboard?jahr=2025', { as: staff })).body.vorjahr
  const live = await compared()
  expect(live).toMatchObject({ jahr: 2024, quelle: 'live' })
  await portal.payload.db.deleteMany({ collection: 'icd-codes', where: {} })
  await portal.payload.db.deleteMany({ collection: 'cases', where: { jahr: { equals: 2024 } } })
  expect(await compared()).toEqual({ ...live, quelle: 'import' })
  const weekly = await portal.call('GET', '/api/reports/weekly/2025/20', { as: staff })
  const upTo20 = berichtswesen.rows.slice(0, 20)
  expect(weekly.body.sheets[0].rows.slice(2, 8).map((row: unknown[]) => row[3] ?? row[0])).toEqual([
    ...[2, 3, 4, 5, 6].map((column) =>
      upTo20.reduce((sum: number, row: number[]) => sum + (row[column] ?? 0), 0),
    ),
    'Zahlen für 2024 aus importierten Jahresübersichten.',
  ])
})
