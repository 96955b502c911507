import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expirePreviews } from '../../src/services/imports/expirePreviews'
import { textRows, workbookOf } from '../factories/workbook'
import { type Login, type Portal, startPortal } from './portal'

const accounting = readFileSync(new URL('../fixtures/samples/Abrechnung_DAK.xlsx', import.meta.url))

let portal: Portal
let admin: Login
let other: Login
let staff: Login
let colleague: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  other = await portal.login('admin', 'zweite')
  staff = await portal.login('dak_mitarbeiter', 'dak')
  colleague = await portal.login('dak_mitarbeiter', 'dak2')
})

afterAll(() => portal.stop())

beforeEach(async () => {
  for (const collection of ['import-blocks', 'icd-codes', 'cases', 'audit-log', 'imports'] as const) {
    await portal.payload.db.deleteMany({ collection, where: {} })
  }
})

const header = 'Hauptkontakt,Erstellungsdatum,Modul,Thema,Name'
const rowOf = (
  name: string,
  { thema = '', modul = 'Onkologie', day = '02.02.26', ticket = `T-${name}` } = {},
) => `${name} | Eva | 01.01.1960 |,"${day}, 08:50",Zweitmeinung ${modul},${thema},${ticket}`

async function preview(path: string, bytes: BlobPart, as = admin) {
  const form = new FormData()
  form.set('file', new File([bytes], path === 'csv' ? 'a.csv' : 'a.xlsx'))
  const { status, body } = await portal.call('POST', `/api/import/${path}`, { as, form })
  expect(status).toBe(201)
  return body
}

const previewRows = (...rows: string[]) => preview('csv', [header, ...rows].join('\n'))
const plan = (importId: string, body: object, as: Login | undefined = admin) =>
  portal.call('POST', `/api/import/${importId}/plan`, as ? { as, body } : { body })
const get = async (path: string, as = other) => (await portal.call('GET', `/api/import/${path}`, { as })).body
const rowsOf = async (importId: string, query = '') => (await get(`${importId}/rows?${query}`)).docs
const confirm = (importId: string, body = {}, path = 'csv') =>
  portal.call('POST', `/api/import/${path}/confirm`, { as: admin, body: { importId, ...body } })
const cases = async () =>
  (await portal.payload.find({ collection: 'cases', sort: 'fallId', pagination: false })).docs

describe('planning a preview anew', () => {
  test('a corrected row is planned again, its neighbours with it, and only they are answered', async () => {
    const { importId } = await previewRows(
      rowOf('Tonn'),
      rowOf('Daum', { modul: 'Orthopädie' }),
      rowOf('Daum', { ticket: 'T-Zweiter' }),
      rowOf('Weiss'),
    )
    const { status, body } = await plan(importId, {
      corrections: { '3': { modul: 'Zweitmeinung Onkologie' } },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ importId, changed: 2, counts: { create: 3, skip: 1, error: 0 } })
    expect(body.rows.map(({ row, action }: any) => [row, action])).toEqual([
      [3, 'create'],
      [4, 'skip'],
    ])
    expect(body.rows[0]).toMatchObject({ corrections: { modul: 'Zweitmeinung Onkologie' }, problems: [] })
    expect(body.rows[1]).toMatchObject({ duplicateOf: { row: 3 }, beside: { nachname: 'Daum' } })
  })

  test('whoever opens it next finds counts, rows, decisions and corrections', async () => {
    await confirm((await previewRows(rowOf('Tonn'))).importId)
    const { importId } = await previewRows(rowOf('Tonn', { thema: 'Neu' }), rowOf('Daum', { day: 'unklar' }))
    await plan(importId, { decisions: { '2': 'update' } })
    await plan(importId, { corrections: { '3': { datum: '2026-02-03' } } })
    await plan(importId, { corrections: { '3': { vorname: 'Luana' } } })
    expect(await get(importId)).toMatchObject({
      counts: { create: 1, update: 1, error: 0 },
      decisions: { '2': 'update' },
      corrections: { '3': { datum: '2026-02-03', vorname: 'Luana' } },
    })
    const [updated, created] = await rowsOf(importId)
    expect(updated).toMatchObject({
      action: 'update',
      decision: 'update',
      changes: [{ field: 'thema', old: null, new: 'Neu' }],
      beside: { nachname: 'Tonn', thema: null },
    })
    expect(created).toMatchObject({
      action: 'create',
      data: { datum: '2026-02-03', kw: 6, vorname: 'Luana' },
    })
    expect(await rowsOf(importId, 'action=error')).toEqual([])
    expect((await confirm(importId)).body).toMatchObject({ created: 1, updated: 1, failed: 0 })
    const [luana, tonn] = await cases()
    expect([luana?.vorname, tonn?.thema]).toEqual(['Luana', 'Neu'])
  })

  test('what is given when confirming counts over what was stored', async () => {
    const { importId } = await previewRows(rowOf('Tonn'), rowOf('Daum'))
    await plan(importId, {
      decisions: { '3': 'skip' },
      corrections: { '2': { ort: 'Kiel', vorname: 'Ida' } },
    })
    const given = { decisions: { '3': 'create' }, corrections: { '2': { ort: 'Bonn' } } }
    expect((await confirm(importId, given)).body).toMatchObject({ created: 2, skipped: 0 })
    expect((await cases()).map(({ nachname, vorname, ort }) => [nachname, vorname, ort ?? null])).toEqual([
      ['Daum', 'Eva', null],
      ['Tonn', 'Ida', 'Bonn'],
    ])
  })

  test('what was decided and corrected on a row can be taken back', async () => {
    const { importId, counts } = await previewRows(rowOf('Tonn', { day: 'unklar' }), rowOf('Daum'))
    await plan(importId, { decisions: { '3': 'skip' }, corrections: { '2': { datum: '2026-02-03' } } })
    const { body } = await plan(importId, { reset: ['2', '3'] })
    expect(body).toMatchObject({ changed: 2, counts })
    expect(await get(importId)).toMatchObject({ decisions: {}, corrections: {} })
  })

  test('a decision that a later correction makes impossible is forgotten, not in the way', async () => {
    await confirm((await previewRows(rowOf('Tonn'))).importId)
    const { importId } = await previewRows(rowOf('Tonn', { thema: 'Neu' }))
    await plan(importId, { decisions: { '2': 'update' } })
    const { status } = await plan(importId, {
      corrections: { '2': { nachname: 'Andere', crmTicketId: 'T-X' } },
    })
    expect(status).toBe(200)
    expect(await get(importId)).toMatchObject({ decisions: {}, counts: { create: 1, update: 0 } })
    expect((await confirm(importId)).body).toMatchObject({ created: 1, updated: 0 })
  })

  test('every certain duplicate is decided on at once, those without anything new left out', async () => {
    await confirm((await previewRows(rowOf('Tonn'), rowOf('Daum'))).importId)
    const { importId } = await previewRows(rowOf('Tonn', { thema: 'Neu' }), rowOf('Daum'), rowOf('Weiss'))
    const { body } = await plan(importId, { decideAll: [{ certainty: 'certain', decision: 'update' }] })
    expect(body.counts).toMatchObject({ create: 1, update: 1, skip: 1 })
    expect((await get(importId)).decisions).toEqual({ '2': 'update' })
    const back = await plan(importId, {
      decideAll: [{ certainty: 'certain', reason: 'person', decision: 'skip' }],
    })
    expect(back.body.counts).toMatchObject({ update: 0, skip: 2 })
  })

  test('unknown rows and fields, decisions a row does not allow and unreadable bodies are refused', async () => {
    const { importId, counts } = await previewRows(rowOf('Tonn'))
    const refusals = [
      [{ decisions: { '99': 'skip' } }, 422, 'decisionRefused'],
      [{ decisions: { '2': 'update' } }, 422, 'decisionRefused'],
      [{ corrections: { '2': { fallId: 'X' } } }, 422, 'correctionRefused'],
      [{ decisions: { '2': 'vielleicht' } }, 400, 'malformed'],
    ] as const
    for (const [body, status, code] of refusals) {
      expect(await plan(importId, body)).toMatchObject({ status, body: { errors: [{ code }] } })
    }
    expect(await get(importId)).toMatchObject({ counts, decisions: {}, corrections: {} })
  })

  test('an unreadable correction is an error of the row, with what was typed', async () => {
    const { importId } = await previewRows(rowOf('Tonn'))
    const { body } = await plan(importId, { corrections: { '2': { datum: '31.02.2026' } } })
    expect(body.rows[0]).toMatchObject({
      action: 'error',
      problems: [{ code: 'unreadableDate', field: 'datum', value: '31.02.2026' }],
    })
  })

  test('of several changes at once none is lost', async () => {
    const { importId } = await previewRows(rowOf('Tonn'), rowOf('Daum'), rowOf('Weiss'))
    const changes = ['2', '3', '4'].map((row) => plan(importId, { corrections: { [row]: { ort: 'Kiel' } } }))
    expect((await Promise.all(changes)).map(({ status }) => status)).toEqual([200, 200, 200])
    expect(Object.keys((await get(importId)).corrections).sort()).toEqual(['2', '3', '4'])
  })

  test('what was applied is not planned any more', async () => {
    const { importId } = await previewRows(rowOf('Tonn'))
    await confirm(importId)
    expect(await plan(importId, {})).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'importClosed', status: 'applied' }] },
    })
  })

  test('DAK staff plan their own ICD workbooks anew, and no other import', async () => {
    const csv = await previewRows(rowOf('Tonn'))
    await confirm(csv.importId)
    const [tonn] = await cases()
    const sheets = {
      Vorlage: textRows([
        ['Fall-ID', 'ICD'],
        [tonn?.fallId ?? '', 'XYZ'],
      ]),
    }
    const bytes = new Uint8Array(workbookOf({ sheets }))
    const { importId, rows } = await preview('icd-xlsx', bytes, staff)
    const key = rows[0].sheet === undefined ? String(rows[0].row) : `${rows[0].sheet}!${rows[0].row}`
    const body = { corrections: { [key]: { icd: 'c61' } } }
    expect((await portal.call('POST', `/api/import/${importId}/plan`, { body })).status).toBe(401)
    expect((await plan(importId, body, colleague)).status).toBe(404)
    expect((await plan(csv.importId, body, staff)).status).toBe(404)
    expect((await plan(importId, { corrections: { [key]: { ort: 'Kiel' } } }, staff)).status).toBe(422)
    expect((await plan(importId, body, staff)).body.rows[0]).toMatchObject({
      action: 'update',
      changes: [{ field: 'icd', old: null, new: 'C61' }],
    })
    expect((await get(importId, staff)).correctable).toEqual(['icd'])
  })
})

describe('looking through a preview', () => {
  test('sheets have their counts and their rows, and a row of one is corrected by its name', async () => {
    const { importId, counts } = await preview('historical', new Uint8Array(accounting))
    const { sheets } = await get(importId)
    expect(sheets.map(({ name }: any) => name).sort()).toEqual(['2020-2022', '2023', '2024', '2025', '2026'])
    const sums = sheets.map((sheet: any) => sheet.counts.create + sheet.counts.error)
    expect(sums.reduce((left: number, right: number) => left + right)).toBe(counts.create + counts.error)
    expect(sheets.find(({ name }: any) => name === '2026').counts).toMatchObject({
      create: 327,
      skip: 1,
      error: 3,
    })
    const errors = await rowsOf(importId, 'sheet=2026&action=error')
    expect(errors.map(({ sheet, row }: any) => [sheet, row])).toEqual([
      ['2026', 35],
      ['2026', 82],
      ['2026', 146],
    ])
    const { body } = await plan(importId, { corrections: { '2026!35': { fallgruppe: 'Onkologie' } } })
    expect(body).toMatchObject({ counts: { error: counts.error - 1 }, rows: [{ sheet: '2026', row: 35 }] })
    expect(body.rows[0]).toMatchObject({ action: 'create', data: { fallgruppe: 'onko' } })
    const after = (await get(importId)).sheets.find(({ name }: any) => name === '2026')
    expect(after.counts).toMatchObject({ create: 328, error: 2 })
    const pages = await get(`${importId}/rows?sheet=2023&page=2&limit=100`)
    expect(pages).toMatchObject({ totalDocs: 159, totalPages: 2 })
    expect(pages.docs.every(({ sheet }: any) => sheet === '2023')).toBe(true)
  })

  test('planning anew changes nothing that was not corrected', async () => {
    const { importId } = await preview('historical', new Uint8Array(accounting))
    expect((await plan(importId, {}, other)).body).toMatchObject({ changed: 0, rows: [] })
  })

  test('rows with warnings are a filter, which goes with a sheet but not with an action', async () => {
    const { importId, counts } = await preview('historical', new Uint8Array(accounting))
    const { docs, totalDocs } = await get(`${importId}/rows?warnings=true&limit=1000`)
    expect(docs).toHaveLength(totalDocs)
    const warnings = docs.flatMap(({ problems }: any) => problems)
    expect(warnings).toHaveLength(counts.warnings)
    expect(docs.every(({ action }: any) => action !== 'error')).toBe(true)
    expect(
      (await rowsOf(importId, 'warnings=true&sheet=2023')).every(({ sheet }: any) => sheet === '2023'),
    ).toBe(true)
    const both = await portal.call('GET', `/api/import/${importId}/rows?warnings=true&action=skip`, {
      as: admin,
    })
    expect(both.status).toBe(400)
  })
})

describe('previews that nobody confirms', () => {
  const day = 86_400_000
  const inDays = (days: number) => new Date(Date.now() + days * day)
  const blocks = async () =>
    (await portal.payload.count({ collection: 'import-blocks', where: { id: { exists: true } } })).totalDocs

  test('expire after seven days, and their rows are gone', async () => {
    const { importId } = await previewRows(rowOf('Tonn', { day: 'unklar' }))
    await plan(importId, { corrections: { '2': { datum: '2026-02-03' } } })
    expect(await expirePreviews({ payload: portal.payload, now: inDays(6.9) })).toBe(0)
    expect(await blocks()).toBe(1)
    expect(await expirePreviews({ payload: portal.payload, now: inDays(7.1) })).toBe(1)
    expect(await blocks()).toBe(0)
    expect(await get(importId)).toMatchObject({ status: 'expired', counts: { create: 1 } })
    expect(await rowsOf(importId)).toEqual([])
    expect(await confirm(importId)).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'importNotOpen', status: 'expired' }] },
    })
    expect((await plan(importId, {})).status).toBe(409)
    expect(await expirePreviews({ payload: portal.payload, now: inDays(9) })).toBe(0)
  })

  test('expire after the days of the settings; what was applied stays, with its rows', async () => {
    const applied = await previewRows(rowOf('Tonn'))
    await confirm(applied.importId)
    const { importId } = await previewRows(rowOf('Daum'))
    const settings = await portal.payload.findGlobal({ slug: 'settings', depth: 0 })
    await portal.payload.updateGlobal({
      slug: 'settings',
      data: { ...settings, imports: { previewDays: 30 } },
    })
    expect(await expirePreviews({ payload: portal.payload, now: inDays(29) })).toBe(0)
    expect(await expirePreviews({ payload: portal.payload, now: inDays(31) })).toBe(1)
    await portal.payload.updateGlobal({
      slug: 'settings',
      data: { ...settings, imports: { previewDays: 7 } },
    })
    expect((await get(importId)).status).toBe('expired')
    expect(await get(applied.importId)).toMatchObject({ status: 'applied' })
    expect(await rowsOf(applied.importId)).toHaveLength(1)
  })
})
