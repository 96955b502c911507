import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { storeOf } from '../../src/store/storeOf'
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

test('the example of the README is previewed as it says', async () => {
  const bytes = readFileSync(new URL('../../examples/crm-export.csv', import.meta.url))
  const form = new FormData()
  form.set('file', new File([bytes], 'crm-export.csv'))
  const { body } = await portal.call('POST', '/api/import/csv', { as: admin, form })
  expect(body.counts).toMatchObject({ create: 25, skip: 1, decide: 1, error: 1, warnings: 2 })
})

describe('the seven CRM exports, one after the other', () => {
  for (const step of expected.crmSequence) {
    test(`${step.file} is previewed and applied as expected`, async () => {
      const preview = await upload(step.file)
      expect(preview.status).toBe(201)
      const { total, create, update, skip, decide, error, warnings } = step
      expect(preview.body.counts).toEqual({ total, create, update, skip, decide, error, warnings })
      const result = await confirm(preview.body.importId)
      expect(result.status).toBe(200)
      expect(result.body).toMatchObject({
        status: 'applied',
        created: create,
        updated: 0,
        // Nobody decided.
        skipped: skip + decide,
        failed: error,
      })
    })
  }

  test('every file imported again creates nothing', async () => {
    for (const step of expected.crmSequence) {
      const { body } = await upload(step.file)
      const { total, decide, error } = step
      expect(body.counts).toMatchObject({ create: 0, skip: total - decide - error, decide, error })
    }
  })

  test('the cases stand as the rows say', async () => {
    const { body } = await portal.call('GET', '/api/cases?limit=0&depth=0', { as: admin })
    const byTicket = new Map(body.docs.map((found: { crmTicketId: string }) => [found.crmTicketId, found]))
    for (const row of expected.crm['crm-2026-kw05.csv'].rows) {
      if (row.action !== 'create') continue
      const { row: _, line: __, action: ___, problems: ____, bemerkungContains, ...fields } = row
      const stored = byTicket.get(row.crmTicketId) as Record<string, unknown>
      expect({ ...stored, ...nullsOf(fields, stored) }).toMatchObject(fields)
      if (bemerkungContains) expect(stored.bemerkung).toContain(bemerkungContains)
    }
  })
})

test('a second confirm answers 409 with the first result', async () => {
  const preview = await upload('crm-2026-kw07.csv')
  const first = await confirm(preview.body.importId)
  const second = await confirm(preview.body.importId)
  expect(second.status).toBe(409)
  expect(second.body.errors[0]).toMatchObject({
    code: 'importAlreadyApplied',
    result: { created: first.body.created, skipped: first.body.skipped, failed: first.body.failed },
  })
})

test('of two confirms at once one applies', async () => {
  const preview = await upload('crm-2026-kw07.csv')
  const answers = await Promise.all([confirm(preview.body.importId), confirm(preview.body.importId)])
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
})

test('DAK staff and strangers can neither preview nor see the imports of others', async () => {
  const preview = await upload('crm-2026-kw05.csv')
  const path = `/api/import/${preview.body.importId}`
  expect((await upload('crm-2026-kw05.csv', staff)).status).toBe(403)
  expect((await portal.call('GET', path, { as: staff })).status).toBe(404)
  expect((await portal.call('GET', `${path}/rows`, { as: staff })).status).toBe(404)
  expect((await portal.call('GET', '/api/import/log', { as: staff })).body.totalDocs).toBe(0)
  expect((await portal.call('GET', path)).status).toBe(401)
})

test('a preview of several thousand rows is paged in the order of the file, by action too', async () => {
  const lines = Array.from({ length: 2_300 }, (_, index) =>
    index % 3 === 0
      ? `Seite${index} | Eva | 01.01.1960 |,kein Tag,Zweitmeinung Onkologie,,SEITE-${index}`
      : `Seite${index} | Eva | 01.01.1960 |,"02.02.26, 08:50",Zweitmeinung Onkologie,,SEITE-${index}`,
  )
  const { body } = await uploadText(['Hauptkontakt,Erstellungsdatum,Modul,Thema,Name', ...lines].join('\n'))
  const page = async (query: string) =>
    (await portal.call('GET', `/api/import/${body.importId}/rows?${query}`, { as: admin })).body
  const all = await page('page=11&limit=100')
  expect(all).toMatchObject({ totalDocs: 2_300, totalPages: 23 })
  expect(all.docs.map(({ row }: { row: number }) => row)).toEqual(
    Array.from({ length: 100 }, (_, index) => 1_002 + index),
  )
  const across = await page('page=7&limit=100&action=error')
  expect(across).toMatchObject({ totalDocs: 767, totalPages: 8 })
  expect(across.docs.map(({ row }: { row: number }) => row)).toEqual(
    Array.from({ length: 100 }, (_, index) => 2 + (600 + index) * 3),
  )
  expect((await page('page=99&limit=100')).docs).toEqual([])
})

test('a preview that was not stored whole cannot be confirmed', async () => {
  const store = storeOf(portal.payload)
  const broken = vi.spyOn(store, 'insertPlanBlocks').mockRejectedValueOnce(new Error('The disk is full.'))
  expect((await upload('crm-2026-kw05.csv')).status).toBe(500)
  broken.mockRestore()
  const { docs } = await portal.payload.find({ collection: 'imports', sort: '-createdAt', limit: 1 })
  expect(docs[0]).toMatchObject({ status: 'failed', filename: 'crm-2026-kw05.csv' })
  const answer = await confirm(String(docs[0]?.id))
  expect(answer).toMatchObject({
    status: 409,
    body: { errors: [{ code: 'importNotOpen', status: 'failed' }] },
  })
})

function nullsOf(fields: Record<string, unknown>, stored: Record<string, unknown>) {
  return Object.fromEntries(
    Object.keys(fields)
      .filter((field) => stored[field] === undefined)
      .map((field) => [field, null]),
  )
}

function uploadText(text: string) {
  const form = new FormData()
  form.set('file', new File([text], 'rows.csv'))
  return portal.call('POST', '/api/import/csv', { as: admin, form })
}

function upload(file: string, as = admin) {
  const form = new FormData()
  form.set('file', new File([readFileSync(new URL(file, samples))], file))
  return portal.call('POST', '/api/import/csv', { as, form })
}

function confirm(importId: string, body: object = {}) {
  return portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId, ...body } })
}
