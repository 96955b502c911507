import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeText } from '../../src/domain/imports/decodeText'
import { cellText } from '../../src/domain/imports/workbook/cellText'
import { readWorkbook } from '../../src/lib/xlsx/read/readWorkbook'
import { type Login, type Portal, startPortal } from './portal'

const samples = new URL('../fixtures/samples/', import.meta.url)
const expected = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8'))

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
})

afterAll(() => portal.stop())

function upload({ bytes, name, path }: { bytes: Uint8Array; name: string; path: string }) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return portal.call('POST', `/api/import/${path}`, { as: admin, form })
}

const errorFileOf = (importId: string, as?: Login) =>
  portal.call('GET', `/api/import/${importId}/errors`, as ? { as } : {})

test.each(Object.keys(expected.crm))(
  'the rows in error of %s come back as they were, with what is wrong',
  async (name) => {
    const bytes = readFileSync(new URL(name, samples))
    const { body } = await upload({ bytes, name, path: 'csv' })
    const answer = await errorFileOf(body.importId, admin)
    expect(answer.status).toBe(200)
    const [before, after] = [decodeText(new Uint8Array(bytes)), decodeText(new Uint8Array(answer.body))]
    if (!before.ok || !after.ok) throw new Error('not text')
    const isAscii = /^[\u0000-\u007f]*$/.test(after.text)
    expect([after.encoding, after.hasMark]).toEqual([
      isAscii ? after.encoding : before.encoding,
      before.hasMark,
    ])
    const again = await upload({ bytes: answer.body, name, path: 'csv' })
    const { error, total } = expected.crm[name].alone
    expect(error === 0 ? again.status : again.body.counts.error).toBe(error === 0 ? 201 : error)
    expect(total).toBeGreaterThan(error)
  },
)

test('corrected and imported again they are cases', async () => {
  const name = 'crm-2026-kw05.csv'
  const first = await upload({ bytes: readFileSync(new URL(name, samples)), name, path: 'csv' })
  await portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId: first.body.importId } })
  const { body, headers } = await errorFileOf(first.body.importId, admin)
  expect(headers.get('content-disposition')).toContain('crm-2026-kw05_Fehler.csv')
  const text = new TextDecoder().decode(body)
  expect(text).toContain('Fehler')
  expect(text).toContain('Aus dem Modul „Zweitmeinung Orthopädie“')
  const corrected = text.replace(/^([^\n]*?)Zweitmeinung Orthopädie/m, '$1Zweitmeinung Onkologie')
  const again = await upload({
    bytes: new TextEncoder().encode(corrected),
    name: 'korrigiert.csv',
    path: 'csv',
  })
  expect(again.body.counts).toMatchObject({ total: 2, create: 1, error: 1 })
  const errors = await errorFileOf(again.body.importId, admin)
  expect(
    new TextDecoder()
      .decode(errors.body)
      .split('\r\n')[0]
      ?.match(/Fehler/g),
  ).toHaveLength(1)
})

test('the rows in error of a workbook come back in their sheets, cells as they were', async () => {
  const { abrechnung } = expected
  const bytes = readFileSync(new URL(abrechnung.file, samples))
  const { body } = await upload({ bytes, name: 'Abrechnung Müller.xlsm', path: 'historical' })
  const answer = await errorFileOf(body.importId, admin)
  expect(answer.headers.get('content-disposition')).toContain(
    "filename*=UTF-8''Abrechnung%20M%C3%BCller_Fehler.xlsx",
  )
  const read = await readWorkbook({ bytes: answer.body, wanted: () => true })
  const original = await readWorkbook({ bytes, wanted: () => true })
  if (!read.ok || !original.ok) throw new Error('not read')
  for (const { name, rows } of read.workbook.sheets) {
    const wrong = abrechnung.errors.filter(({ sheet }: any) => sheet === name)
    const failed = rows.slice(abrechnung.sheets[name].titlesInRow)
    expect(failed).toHaveLength(wrong.length)
    const from = original.workbook.sheets.find((sheet) => sheet.name === name)
    for (const [index, { row }] of wrong.entries()) {
      const cells = from?.rows.find((one) => one.row === row)?.cells.map(cellText) ?? []
      expect(failed[index]?.cells.slice(0, cells.length).map(cellText)).toEqual(cells)
    }
  }
  const again = await upload({ bytes: answer.body, name: 'fehler.xlsx', path: 'historical' })
  expect(again.body.counts).toMatchObject({ total: abrechnung.counts.error, error: abrechnung.counts.error })
  expect((await errorFileOf(body.importId, staff)).status).toBe(404)
  expect((await errorFileOf(body.importId)).status).toBe(401)
})
