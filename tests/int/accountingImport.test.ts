import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textRows, workbookOf } from '../factories/workbook'
import { type Login, type Portal, startPortal } from './portal'

const samples = new URL('../fixtures/samples/', import.meta.url)
const { abrechnung, abrechnungAfterAllCrm, crmSequence, crm } = JSON.parse(
  readFileSync(new URL('expected.json', samples), 'utf8'),
)
const sample = readFileSync(new URL(abrechnung.file, samples))

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
})

afterAll(() => portal.stop())

function upload({
  bytes = sample as Uint8Array,
  name = abrechnung.file,
  path = 'historical',
  as = admin,
} = {}) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return portal.call('POST', `/api/import/${path}`, { as, form })
}

const confirm = (importId: string, { path = 'historical', as = admin, ...body }: any = {}) =>
  portal.call('POST', `/api/import/${path}/confirm`, { as, body: { importId, ...body } })

describe('what is no accounting workbook is refused before anything is stored', () => {
  const titles = ['Lfd. Nr.', 'KW', 'Datum', 'Nachname', 'Fallgruppe']

  test.each<[string, () => Uint8Array, number, string]>([
    ['a CSV', () => new TextEncoder().encode('a,b\n1,2'), 415, 'notWorkbook'],
    [
      'a workbook without its sheets',
      () => workbookOf({ sheets: { Umsatz: textRows([titles]) } }),
      422,
      'missingSheets',
    ],
    [
      'a sheet without needed columns',
      () =>
        workbookOf({
          sheets: {
            '2026': textRows([
              ['KW', 'Anrede', 'Nachname', 'Ort'],
              ['1', 'Frau', 'X', 'Kiel'],
            ]),
          },
        }),
      422,
      'missingSheetColumns',
    ],
    ['sheets without rows', () => workbookOf({ sheets: { '2026': textRows([titles]) } }), 422, 'emptyFile'],
  ])('%s', async (_, make, status, code) => {
    const answer = await upload({ bytes: make() })
    expect(answer).toMatchObject({ status, body: { errors: [{ code }] } })
    expect((await portal.call('GET', '/api/import/log', { as: admin })).body.totalDocs).toBe(0)
  })

  test('the message names sheet and columns', async () => {
    const bytes = workbookOf({
      sheets: {
        '2026': textRows([
          ['KW', 'Anrede', 'Nachname', 'Ort'],
          ['1', '', 'X', ''],
        ]),
      },
    })
    const { body } = await upload({ bytes })
    expect(body.errors[0]).toMatchObject({ sheet: '2026', columns: 'Datum, Fallgruppe' })
    expect(body.errors[0].message).toContain('Abrechnung_DAK.xlsx')
  })

  test('a workbook among CSV files, DAK staff and strangers', async () => {
    expect((await upload({ path: 'csv' })).status).toBe(415)
    expect((await upload({ as: staff })).status).toBe(403)
    const form = new FormData()
    form.set('file', new File([new Uint8Array(sample)], 'x.xlsx'))
    expect((await portal.call('POST', '/api/import/historical', { form })).status).toBe(401)
  })
})

describe('the accounting workbook into an empty database', () => {
  let importId: string

  test('is previewed with the expected counts, sheet by sheet', async () => {
    const { status, body } = await upload()
    expect(status).toBe(201)
    expect(body).toMatchObject({ kind: 'abrechnung-xlsx', counts: abrechnung.counts })
    expect(body.rows).toHaveLength(100)
    importId = body.importId
    const errors = await portal.call('GET', `/api/import/${importId}/rows?action=error&limit=50`, {
      as: admin,
    })
    expect(errors.body.docs.map(({ sheet, row }: any) => ({ sheet, row }))).toEqual(
      expect.arrayContaining(abrechnung.errors.map(({ sheet, row }: any) => ({ sheet, row }))),
    )
  })

  test('cannot be confirmed as another kind of file', async () => {
    expect((await confirm(importId, { path: 'csv' })).status).toBe(404)
  })

  test('is applied as expected, with every number of the cube and every onko code', async () => {
    expect(await confirm(importId)).toMatchObject({ status: 200, body: abrechnung.confirmed })
    const cube = new Map<string, number[]>()
    for (const jahr of Object.keys(abrechnung.casesByJahr)) {
      const kw = jahr === '2020' || jahr === '2026' ? 53 : 52
      const { body } = await portal.call('GET', `/api/reports/weekly/${jahr}/${kw}`, { as: staff })
      for (const cell of body.cube) {
        const { kw: week, fallgruppe, ...counts } = cell
        const numbers = abrechnung.cubeColumns.slice(3).map((name: string) => counts[name])
        if (numbers[0] > 0) cube.set([jahr, week, fallgruppe].join(' '), numbers)
      }
    }
    expect(Object.fromEntries(cube)).toEqual(
      Object.fromEntries(
        abrechnung.cube.map(([jahr, kw, fallgruppe, ...counts]: any[]) => [
          [jahr, kw, fallgruppe].join(' '),
          counts,
        ]),
      ),
    )
    for (const [week, codes] of Object.entries<Record<string, number>>(abrechnung.icdOnko)) {
      const [jahr, kw] = week.split('-KW')
      const { body } = await portal.call('GET', `/api/reports/weekly/${jahr}/${Number(kw)}`, { as: staff })
      const rows = body.sheets[4].rows.slice(1, -1)
      expect(Object.fromEntries(rows)).toEqual(codes)
    }
  })

  test('imported again it creates nothing', async () => {
    const { body } = await upload()
    // Two cases have no birth date and no ticket: they are at most possibly the same.
    expect(body.counts).toMatchObject({ create: 0, decide: 2 })
    expect(body.counts.decide + body.counts.skip).toBe(abrechnung.counts.skip + abrechnung.counts.create)
  })

  test('a corrected cell makes a row in error a case', async () => {
    const bytes = workbookOf({
      sheets: {
        '2026': textRows([
          ['KW', 'Datum', 'Nachname', 'Fallgruppe'],
          ['6', '02.02.2026', 'Korrigiert', 'Orthopädie'],
        ]),
      },
    })
    const { body } = await upload({ bytes })
    const answer = await confirm(body.importId, { corrections: { '2026!2': { fallgruppe: 'Kardiologie' } } })
    expect(answer.body).toMatchObject({ created: 1, failed: 0 })
  })
})

test('after all CRM exports their cases are known', async () => {
  for (const { collection } of [{ collection: 'icd-codes' }, { collection: 'cases' }] as const) {
    await portal.payload.db.deleteMany({ collection, where: {} })
  }
  for (const { file } of crmSequence) {
    const { body } = await upload({ path: 'csv', name: file, bytes: readFileSync(new URL(file, samples)) })
    await confirm(body.importId, { path: 'csv' })
  }
  expect(Object.keys(crm)).toHaveLength(crmSequence.length)
  const { body } = await upload()
  expect(body.counts).toEqual(abrechnungAfterAllCrm.counts)
})
