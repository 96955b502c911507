import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { editedExport } from '../factories/editedExport'
import { type Login, type Portal, startPortal } from './portal'

const sample = readFileSync(new URL('../fixtures/samples/Abrechnung_DAK.xlsx', import.meta.url))

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
})

afterAll(() => portal.stop())

async function clear() {
  for (const collection of ['import-blocks', 'icd-codes', 'cases', 'audit-log', 'imports'] as const) {
    await portal.payload.db.deleteMany({ collection, where: {} })
  }
}

const path = '/api/admin/excel-sync'

async function exported(): Promise<Buffer> {
  const { status, body } = await portal.call('GET', path, { as: admin })
  expect(status).toBe(200)
  return body
}

function preview(bytes: Uint8Array, { as = admin, to = path }: { as?: Login | null; to?: string } = {}) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], 'Abgleich.xlsx'))
  return portal.call('POST', to, as ? { as, form } : { form })
}

const confirm = (importId: string, body: object = {}, to = path) =>
  portal.call('POST', `${to}/confirm`, { as: admin, body: { importId, ...body } })

const undo = (id: string) => portal.call('POST', `/api/import/${id}/undo`, { as: admin })

async function create(values: object = {}) {
  const data = { datum: '2026-02-02', fallgruppe: 'onko', nachname: 'Tonn', ...values }
  const { status, body } = await portal.call('POST', '/api/cases', { as: admin, body: data })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc
}

const change = async (id: string, values: object) => {
  const { status, body } = await portal.call('PATCH', `/api/cases/${id}`, { as: admin, body: values })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.doc
}

const stored = (id: string) => portal.payload.findByID({ collection: 'cases', id, depth: 0 })

const only = (counts: object) => ({
  create: 0,
  update: 0,
  skip: 0,
  decide: 0,
  error: 0,
  warnings: 0,
  ...counts,
})

describe('after the accounting workbook', () => {
  beforeAll(async () => {
    await clear()
    const { body } = await preview(sample, { to: '/api/import/historical' })
    expect((await confirm(body.importId, {}, '/api/import/historical')).body.created).toBe(1173)
  })

  test('an export that comes back unedited changes nothing, as it is and saved by another program', async () => {
    const bytes = await exported()
    const { status, body } = await preview(bytes)
    expect(status).toBe(201)
    expect(body).toMatchObject({ kind: 'sync-xlsx', filename: 'Abgleich.xlsx' })
    expect(body.counts).toEqual({ total: 1173, ...only({ skip: 1173 }) })
    expect(body.rows).toHaveLength(100)
    const again = await preview(await editedExport(bytes, () => {}))
    expect(again.body.counts).toEqual(body.counts)
  })

  test('the export is the same bytes as long as nothing changes', async () => {
    expect((await exported()).equals(await exported())).toBe(true)
  })

  test('its sheets have the accounting columns and two that are locked', async () => {
    const { headers } = await portal.call('GET', path, { as: admin })
    expect(headers.get('content-disposition')).toMatch(/Abgleich_\d{4}-\d\d-\d\d\.xlsx/)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(await exported()).buffer)
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['2026', '2025', '2024', '2023', '2020-2022'])
    for (const [name, width] of [
      ['2026', 41],
      ['2020-2022', 42],
    ] as const) {
      const sheet = workbook.getWorksheet(name) as ExcelJS.Worksheet
      const titles = (sheet.getRow(1).values as string[]).slice(1)
      expect(titles).toHaveLength(width)
      expect([titles[0], titles[1], ...titles.slice(-3)]).toEqual([
        'Lfd. Nr.',
        width === 42 ? 'Jahr' : 'KW',
        'Bemerkung',
        'Fall-ID',
        'Stand',
      ])
      const locked = titles.map((_, index) => sheet.getCell(2, index + 1).protection?.locked !== false)
      expect(locked).toEqual(titles.map((title) => title === 'Fall-ID' || title === 'Stand'))
      expect(sheet.getColumn(5).protection?.locked).toBe(false)
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
      expect(sheet.autoFilter).toBe(`A1:${sheet.getCell(1, width).address.slice(0, -1)}${sheet.rowCount}`)
      expect(sheet.getCell(2, titles.indexOf('Datum') + 1).value).toBeInstanceOf(Date)
    }
  })
})

describe('cells edited in the file', () => {
  beforeEach(clear)

  test('are updates, new rows are cases, and undoing them gives the same export, byte for byte', async () => {
    const tonn = await create({ ort: 'Ulm', icd: 'C50.1', titel: 'Dr.', modul: 'M', crmTicketId: 'T-1' })
    await create({ nachname: 'Daum', fallgruppe: 'sd', datum: '2019-05-06' })
    await create({ nachname: 'Weg', datum: '2027-01-05', bemerkung: '=1+1\r\n_x000D_' })
    const before = await exported()
    const file = await editedExport(before, ({ workbook, set }) => {
      expect(workbook.worksheets.map(({ name }) => name)).toEqual([
        '2027',
        '2026',
        '2025',
        '2024',
        '2023',
        '2020-2022',
        '2019',
      ])
      set(tonn.fallId, 'Ort', 'Kiel')
      set(tonn.fallId, 'ICD', null)
      set(tonn.fallId, 'KW', 17)
      set(tonn.fallId, 'EVN', 'ja')
      workbook.removeWorksheet('2019')
      const sheet = workbook.getWorksheet('2026') as ExcelJS.Worksheet
      const titles = sheet.getRow(1).values as string[]
      const cells: ExcelJS.CellValue[] = []
      cells[titles.indexOf('Datum')] = '03.02.2026'
      cells[titles.indexOf('Nachname')] = 'Neu'
      cells[titles.indexOf('Fallgruppe')] = 'Kardiologie'
      sheet.addRow(cells)
    })
    const { body } = await preview(file)
    expect(body.counts).toEqual({ total: 3, ...only({ create: 1, update: 1, skip: 1 }) })
    expect(body.rows.find(({ action }: any) => action === 'update')).toMatchObject({
      sheet: '2026',
      row: 2,
      changes: [
        { field: 'icd', old: 'C50.1', new: null },
        { field: 'ort', old: 'Ulm', new: 'Kiel' },
        { field: 'evn', old: false, new: true },
      ],
    })
    const result = await confirm(body.importId)
    expect(result.body).toMatchObject({ status: 'applied', created: 1, updated: 1, skipped: 1, failed: 0 })
    expect(await stored(tonn.id)).toMatchObject({
      ort: 'Kiel',
      icd: null,
      evn: true,
      kw: 6,
      titel: 'Dr.',
      modul: 'M',
      crmTicketId: 'T-1',
    })
    const { docs } = await portal.payload.find({
      collection: 'cases',
      where: { nachname: { equals: 'Neu' } },
    })
    expect(docs).toMatchObject([{ fallId: '2026-06-kardio-Neu', quelle: 'sync' }])
    expect((await confirm(body.importId)).status).toBe(409)
    // The new row has no Vorname and no birth date, so that its case is at most possibly the same.
    expect((await preview(file)).body.counts).toMatchObject({ create: 0, update: 0, decide: 1, skip: 2 })
    expect((await undo(body.importId)).body).toMatchObject({ reversed: 2, kept: 0, failed: 0 })
    expect((await exported()).equals(before)).toBe(true)
    expect((await preview(before)).body.counts).toMatchObject(only({ skip: 3 }))
  })

  test('beside what was changed in the portal meanwhile: stays, is taken, or is a conflict', async () => {
    const tonn = await create({ ort: 'Ulm', strasse: 'Alte Str.', bemerkung: 'alt', icd: 'C50.1' })
    const file = await editedExport(await exported(), ({ set }) => {
      set(tonn.fallId, 'Ort', 'Kiel')
      set(tonn.fallId, 'Vorname', 'Eva')
      set(tonn.fallId, 'Bemerkung', 'gleich')
    })
    await change(tonn.id, { ort: 'Jena', strasse: 'Neue Str.' })
    await change(tonn.id, { bemerkung: 'gleich' })
    const { body } = await preview(file)
    expect(body.counts).toEqual({ total: 1, ...only({ decide: 1, warnings: 1 }) })
    expect(body.rows[0]).toMatchObject({
      action: 'decide',
      duplicateOf: null,
      changes: [
        { field: 'vorname', old: null, new: 'Eva' },
        { field: 'ort', old: 'Jena', new: 'Kiel' },
      ],
      problems: [{ level: 'warning', code: 'syncConflict', field: 'ort', value: 'Kiel' }],
    })
    expect(body.rows[0].problems[0].message).toMatch(/Ort.*Jena.*Kiel.*Ulm/)
    const undecided = await preview(file)
    expect((await confirm(undecided.body.importId)).body).toMatchObject({ updated: 0, skipped: 1 })
    expect((await stored(tonn.id)).ort).toBe('Jena')
    expect((await confirm(body.importId, { decisions: { '2026!2': 'update' } })).body).toMatchObject({
      updated: 1,
    })
    const after = { ort: 'Kiel', vorname: 'Eva', strasse: 'Neue Str.', bemerkung: 'gleich' }
    expect(await stored(tonn.id)).toMatchObject(after)
    await undo(body.importId)
    const { vorname, ...others } = after
    const undone = await stored(tonn.id)
    expect(undone).toMatchObject({ ...others, ort: 'Jena' })
    expect(undone.vorname ?? null).toBeNull()
  })

  test('without a conflict when an import in between was undone; with one when the log has lost an entry', async () => {
    const tonn = await create({ ort: 'Ulm' })
    const first = await editedExport(await exported(), ({ set }) => set(tonn.fallId, 'Ort', 'Kiel'))
    const { body } = await preview(first)
    await confirm(body.importId)
    const second = await editedExport(await exported(), ({ set }) => set(tonn.fallId, 'Vorname', 'Eva'))
    await undo(body.importId)
    expect((await preview(second)).body.rows[0]).toMatchObject({
      action: 'update',
      changes: [{ field: 'vorname', old: null, new: 'Eva' }],
    })
    await change(tonn.id, { ort: 'Bonn' })
    expect((await preview(first)).body.counts).toMatchObject({ decide: 1 })
    expect((await preview(second)).body.rows[0]).toMatchObject({ action: 'update' })
    await portal.payload.db.deleteMany({ collection: 'audit-log', where: {} })
    const lost = (await preview(second)).body.rows[0]
    expect(lost).toMatchObject({ action: 'decide', problems: [{ code: 'unknownStand' }, {}, {}] })
  })

  test('that move a case in the middle of applying leave nothing by halves', async () => {
    const tonn = await create({ ort: 'Ulm' })
    const file = await editedExport(await exported(), ({ set }) => set(tonn.fallId, 'Ort', 'Kiel'))
    const { body } = await preview(file)
    await change(tonn.id, { ort: 'Jena' })
    expect((await confirm(body.importId)).body).toMatchObject({ updated: 0, skipped: 1 })
    expect((await stored(tonn.id)).ort).toBe('Jena')
  })

  test('and rows in error come back with both columns, can be corrected, and come in again', async () => {
    const tonn = await create({ ort: 'Ulm', bemerkung: 'mit _x000D_ und\r\nUmbruch' })
    const daum = await create({ nachname: 'Daum', ort: 'Ulm' })
    const file = await editedExport(await exported(), ({ set }) => {
      set(tonn.fallId, 'Gutachten', 'vielleicht')
      set(tonn.fallId, 'Ort', 'Kiel')
      set(daum.fallId, 'Nachname', null)
    })
    const { body } = await preview(file)
    expect(body.counts).toEqual({ total: 2, ...only({ error: 2 }) })
    expect(
      body.rows.map(({ problems }: any) => problems.map(({ code, field }: any) => [code, field])),
    ).toEqual([[['required', 'nachname']], [['unreadableYesNo', 'gutachten']]])
    const errors = await portal.call('GET', `/api/import/${body.importId}/errors`, { as: admin })
    const repaired = await editedExport(errors.body, ({ workbook, set }) => {
      const titles = workbook.getWorksheet('2026')?.getRow(1).values as string[]
      expect(titles.slice(-3)).toEqual(['Fall-ID', 'Stand', 'Fehler'])
      set(tonn.fallId, 'Gutachten', 'Nein')
      set(daum.fallId, 'Nachname', 'Daum')
    })
    expect((await preview(repaired)).body.rows).toMatchObject([
      { action: 'skip' },
      { action: 'update', changes: [{ field: 'ort', old: 'Ulm', new: 'Kiel' }] },
    ])
    const corrections = { '2026!2': { nachname: 'Daum' }, '2026!3': { gutachten: false } }
    expect((await confirm(body.importId, { corrections })).body).toMatchObject({
      updated: 1,
      skipped: 1,
      failed: 0,
    })
  })

  test('cannot be corrected in fields without a column', async () => {
    await create()
    const { body } = await preview(await exported())
    const answer = await confirm(body.importId, { corrections: { '2026!2': { titel: 'Dr.' } } })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'correctionRefused' }] } })
  })
})

describe('what is no such workbook is refused', () => {
  beforeEach(clear)

  test.each<[string, (workbook: ExcelJS.Workbook) => void, string]>([
    [
      'a year that has lost its Fall-ID',
      (workbook) => {
        for (const { name } of [...workbook.worksheets]) if (name !== '2026') workbook.removeWorksheet(name)
        const sheet = workbook.getWorksheet('2026') as ExcelJS.Worksheet
        sheet.spliceColumns((sheet.getRow(1).values as string[]).indexOf('Fall-ID'), 1)
      },
      'missingSheetColumns',
    ],
    ['no row of data', (workbook) => workbook.getWorksheet('2026')?.spliceRows(2, 1), 'emptyFile'],
  ])('%s', async (_, edit, code) => {
    await create()
    const bytes = await editedExport(await exported(), ({ workbook }) => edit(workbook))
    expect(await preview(bytes)).toMatchObject({ status: 422, body: { errors: [{ code }] } })
  })

  test('the accounting workbook itself, and what is no workbook', async () => {
    const { status, body } = await preview(sample)
    expect({ status, error: body.errors[0] }).toMatchObject({
      status: 422,
      error: { code: 'missingSheetColumns', columns: 'Fall-ID' },
    })
    expect((await preview(new TextEncoder().encode('a;b'))).status).toBe(415)
  })
})

test('none but admins export or import', async () => {
  const bytes = await exported()
  expect((await portal.call('GET', path, { as: staff })).status).toBe(403)
  expect((await portal.call('GET', path)).status).toBe(401)
  expect((await preview(bytes, { as: staff })).status).toBe(403)
  expect((await preview(bytes, { as: null })).status).toBe(401)
  const body = { importId: 'x' }
  expect((await portal.call('POST', `${path}/confirm`, { as: staff, body })).status).toBe(403)
  expect((await portal.call('POST', `${path}/confirm`, { body })).status).toBe(401)
})
