import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../src/lib/xlsx/read/readWorkbook'
import { textRows, workbookOf } from '../factories/workbook'
import { type Login, type Portal, startPortal } from './portal'

const samples = new URL('../fixtures/samples/', import.meta.url)
const { icdTemplate } = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8'))
const sample = readFileSync(new URL(icdTemplate.file, samples))

let portal: Portal
let admin: Login
let staff: Login
let other: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
  other = await portal.login('dak_mitarbeiter', 'dak2')
  const { body } = await upload({
    path: 'csv',
    name: 'crm.csv',
    bytes: readFileSync(new URL('crm-2026-kw05.csv', samples)),
  })
  await confirm(body.importId, { path: 'csv', as: admin })
})

afterAll(() => portal.stop())

function upload({ bytes = sample as Uint8Array, name = 'vorlage.xlsx', path = 'icd-xlsx', as = admin } = {}) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return portal.call('POST', `/api/import/${path}`, { as, form })
}

const confirm = (importId: string, { path = 'icd-xlsx', as = staff, ...body }: any = {}) =>
  portal.call('POST', `/api/import/${path}/confirm`, { as, body: { importId, ...body } })

const template = (query = '', as: Login | undefined = staff) =>
  portal.call('GET', `/api/cases/coding-template${query}`, as ? { as } : {})

async function cellsOf(bytes: Uint8Array) {
  const read = await readWorkbook({ bytes, wanted: () => true })
  return read.ok ? (read.workbook.sheets[0]?.rows ?? []).map(({ cells }) => cells) : []
}

const caseOf = async (fallId: string) =>
  (await portal.payload.find({ collection: 'cases', where: { fallId: { equals: fallId } }, depth: 0 }))
    .docs[0]

test('the template has a row for every case pending ICD; only its ICD cells are open, and say what belongs there', async () => {
  const { status, body, headers } = await template()
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toMatch(/ICD-Vorlage_\d{4}-\d\d-\d\d\.xlsx/)
  const [titles, ...rows] = await cellsOf(body)
  expect(titles).toEqual(['Fall-ID', 'Nachname', 'Vorname', 'Fallgruppe', 'KW', 'ICD'])
  expect(rows).toHaveLength(icdTemplate.counts.total - 1)
  expect(rows[0]?.slice(0, 5)).toEqual([
    expect.stringMatching(/^2026-05-/),
    expect.any(String),
    expect.any(String),
    expect.any(String),
    5,
  ])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(body)
  const sheet = workbook.worksheets[0]
  expect((sheet as any).sheetProtection).toMatchObject({ sheet: true })
  expect(sheet?.getCell('F2').protection).toMatchObject({ locked: false })
  expect(sheet?.getCell('F2').dataValidation).toMatchObject({ prompt: expect.stringContaining('C50.1') })
  expect(sheet?.getCell('A2').protection?.locked ?? true).toBe(true)
})

test('the filters of the lists choose the rows of the template; a stranger gets none', async () => {
  expect(await cellsOf((await template('?kw=1&jahr=2020')).body)).toHaveLength(1)
  const onko = await cellsOf((await template('?fallgruppe=onko')).body)
  expect(new Set(onko.slice(1).map((cells) => cells[3]))).toEqual(new Set(['onko']))
  expect((await portal.call('GET', '/api/cases/coding-template')).status).toBe(401)
})

test('an untouched template changes nothing', async () => {
  const { body } = await upload({ bytes: (await template()).body, as: staff })
  expect(body.counts).toMatchObject({ update: 0, error: 0, skip: icdTemplate.counts.total - 1 })
})

test('DAK staff import the filled template: every row goes the expected way, old to new', async () => {
  const preview = await upload({ as: staff })
  expect(preview).toMatchObject({ status: 201, body: { kind: 'icd-xlsx', counts: icdTemplate.counts } })
  for (const want of icdTemplate.rows) {
    const item = preview.body.rows.find(({ row }: any) => row === want.row)
    expect(item).toMatchObject({ row: want.row, action: want.action, data: { fallId: want.fallId } })
    if (want.action === 'update') expect(item.changes).toEqual([{ field: 'icd', old: null, new: want.icd }])
    if (want.problems) {
      expect(item.problems.map(({ level, field, value }: any) => ({ level, field, value }))).toEqual(
        want.problems,
      )
    }
  }
  expect((await portal.call('GET', `/api/import/${preview.body.importId}`, { as: other })).status).toBe(404)
  expect((await confirm(preview.body.importId, { as: other })).status).toBe(404)
  const answer = await confirm(preview.body.importId)
  expect(answer).toMatchObject({
    status: 200,
    body: {
      created: 0,
      updated: icdTemplate.counts.update,
      skipped: icdTemplate.counts.skip,
      failed: icdTemplate.counts.error,
    },
  })
  const first = icdTemplate.rows.find(({ action }: any) => action === 'update')
  expect(await caseOf(first.fallId)).toMatchObject({ icd: first.icd, icdEingegebenVon: staff.user.id })
  const again = await upload({ as: staff })
  expect(again.body.counts).toMatchObject({ update: 0, error: icdTemplate.counts.error })
})

test('with all=true the template has the codes that are there', async () => {
  const rows = await cellsOf((await template('?all=true')).body)
  expect(rows.filter((cells) => cells[5])).toHaveLength(icdTemplate.counts.update + 1)
  expect(await cellsOf((await template()).body)).toHaveLength(
    icdTemplate.counts.total - icdTemplate.counts.update,
  )
})

test('what is not ICD cannot come in: other columns are not taken over, other fields not corrected', async () => {
  const [, row] = await cellsOf((await template()).body)
  const fallId = String(row?.[0])
  const before = await caseOf(fallId)
  const bytes = workbookOf({
    sheets: {
      x: textRows([
        ['Fall-ID', 'Nachname', 'KW', 'ICD'],
        [fallId, 'Geändert', '9', 'XYZ'],
      ]),
    },
  })
  const { body } = await upload({ bytes, as: staff })
  expect(body.rows[0].problems[0]).toMatchObject({ code: 'invalidIcd', field: 'icd', value: 'XYZ' })
  const refused = await confirm(body.importId, { corrections: { '2': { nachname: 'Anders' } } })
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'correctionRefused' }] } })
  const answer = await confirm(body.importId, { corrections: { '2': { icd: 'c61' } } })
  expect(answer.body).toMatchObject({ updated: 1, failed: 0 })
  expect(await caseOf(fallId)).toMatchObject({ icd: 'C61', nachname: before?.nachname, kw: before?.kw })
})

test('a workbook without its titles names what is missing', async () => {
  const bytes = workbookOf({
    sheets: {
      x: textRows([
        ['Fall-ID', 'Nachname'],
        ['a', 'b'],
      ]),
    },
  })
  expect(await upload({ bytes })).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'missingSheetColumns', columns: 'ICD' }] },
  })
})
