import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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

function preview(bytes: Uint8Array, { as = admin as Login | undefined, to = path } = {}) {
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

/** A file as somebody edits it: `edit` gets the workbook and a way to set a cell by Fall-ID and title. */
async function edited(
  bytes: Uint8Array,
  edit: (tools: {
    workbook: ExcelJS.Workbook
    set: (fallId: string, title: string, value: unknown) => void
  }) => void,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  edit({
    workbook,
    set: (fallId, title, value) => {
      for (const sheet of workbook.worksheets) {
        const titles = sheet.getRow(1).values as unknown[]
        sheet.eachRow((row) => {
          if (row.getCell(titles.indexOf('Fall-ID')).value === fallId)
            row.getCell(titles.indexOf(title)).value = value as ExcelJS.CellValue
        })
      }
    },
  })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

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
    expect(body.kind).toBe('sync-xlsx')
    expect(body.counts).toEqual({ total: 1173, ...only({ skip: 1173 }) })
    const again = await preview(await edited(bytes, () => {}))
    expect(again.body.counts).toEqual(body.counts)
  })
})
