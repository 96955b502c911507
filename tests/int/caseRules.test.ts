import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Login, type Portal, startPortal } from './portal'

let portal: Portal
let admin: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
})

afterAll(() => portal.stop())

async function create(data: object) {
  return portal.call('POST', '/api/cases?depth=0', { as: admin, body: data })
}

const tonn = { datum: '2026-02-02', fallgruppe: 'onko', nachname: 'Tonn' }

test('week and Fall-ID follow from day, group and name', async () => {
  const { status, body } = await create({ ...tonn, nachname: '  von der Heide ', fallgruppe: 'kardio' })
  expect(status).toBe(201)
  expect(body.doc).toMatchObject({
    jahr: 2026,
    kw: 6,
    fallId: '2026-06-kardio-von der Heide',
    quelle: 'manuell',
  })
})

test('the next case with the same key gets -2, then -3, also when created at once', async () => {
  const made = await Promise.all([create(tonn), create(tonn), create(tonn)])
  const ids = made.map(({ body }) => body.doc?.fallId).sort()
  expect(ids).toEqual(['2026-06-onko-Tonn', '2026-06-onko-Tonn-2', '2026-06-onko-Tonn-3'])
})

test('a day is taken as DD.MM.YYYY and as ISO, and stays that day', async () => {
  const german = await create({
    ...tonn,
    nachname: 'Deutsch',
    datum: '30.12.2024',
    geburtsdatum: '28.04.1960',
  })
  expect(german.body.doc).toMatchObject({
    datum: '2024-12-30',
    jahr: 2025,
    kw: 1,
    geburtsdatum: '1960-04-28',
  })
  const iso = await create({ ...tonn, nachname: 'Iso', datum: '2027-01-03T00:00:00.000Z' })
  expect(iso.body.doc).toMatchObject({ datum: '2027-01-03', jahr: 2026, kw: 53 })
})

test('what is missing or unreadable is refused by field', async () => {
  const { status, body } = await create({ datum: '31.02.2026', fallgruppe: 'knie' })
  expect(status).toBe(422)
  expect(body.errors.map((error: { code: string; field: string }) => [error.field, error.code])).toEqual(
    expect.arrayContaining([
      ['datum', 'unreadableDate'],
      ['fallgruppe', 'unknownChoice'],
    ]),
  )
  const missing = await create({ datum: '2026-02-02' })
  expect(missing.body.errors.map((error: { field: string }) => error.field).sort()).toEqual([
    'fallgruppe',
    'nachname',
  ])
})

test('the derived week cannot be set, the Fall-ID cannot be changed', async () => {
  const { body } = await create({ ...tonn, nachname: 'Fest', jahr: 1999, kw: 1, fallId: 'meine' })
  expect(body.doc).toMatchObject({ jahr: 2026, kw: 6, fallId: '2026-06-onko-Fest' })
  const path = `/api/cases/${body.doc.id}?depth=0`
  expect((await portal.call('PATCH', path, { as: admin, body: { fallId: 'andere' } })).status).toBe(422)
  const moved = await portal.call('PATCH', path, {
    as: admin,
    body: { datum: '2026-03-02', nachname: 'Neu' },
  })
  expect(moved.body.doc).toMatchObject({ kw: 10, nachname: 'Neu', fallId: '2026-06-onko-Fest' })
})

test('coding needs an opinion, and a flag needs a change of therapy', async () => {
  const { body } = await create({ ...tonn, nachname: 'Codiert' })
  const patch = (data: object) =>
    portal.call('PATCH', `/api/cases/${body.doc.id}?depth=0`, { as: admin, body: data })
  expect((await patch({ gutachtenTyp: 'alternative' })).body.errors[0]).toMatchObject({
    code: 'needsGutachten',
  })
  expect((await patch({ gutachten: true, taUnterversorgung: true })).body.errors[0]).toMatchObject({
    code: 'needsTherapieaenderung',
    field: 'taUnterversorgung',
  })
  const coded = await patch({
    gutachten: true,
    gutachtenTyp: 'alternative',
    therapieaenderung: 'ja',
    taUnterversorgung: true,
  })
  expect(coded.body.doc).toMatchObject({ codiertVon: admin.user.id, codiertAm: expect.any(String) })
  expect((await patch({ gutachten: false })).status).toBe(422)
})

test('icd-codes say what icd says, and go with the case', async () => {
  const { body } = await create({ ...tonn, nachname: 'Codes', icd: 'c501; C79.5+' })
  const id = body.doc.id
  const codes = async () => {
    const found = await portal.call('GET', `/api/icd-codes?where[case][equals]=${id}&depth=0`, { as: admin })
    return found.body.docs
      .map((row: { code: string; hauptgruppe: string }) => `${row.code} ${row.hauptgruppe}`)
      .sort()
  }
  expect(await codes()).toEqual(['C50.1 C50', 'C79.5 C79'])
  await portal.call('PATCH', `/api/cases/${id}`, { as: admin, body: { icd: 'C61' } })
  expect(await codes()).toEqual(['C61 C61'])
  const selecting = { as: admin, body: { thema: 'Haut' } }
  expect((await portal.call('PATCH', `/api/cases/${id}?select[thema]=true`, selecting)).status).toBe(200)
  expect(await codes()).toEqual(['C61 C61'])
  await portal.call('DELETE', `/api/cases/${id}`, { as: admin })
  expect(await codes()).toEqual([])
})

test('every write leaves one audit entry with the changed fields, which nobody can change', async () => {
  const { body } = await create({ ...tonn, nachname: 'Protokoll', icd: 'C50.1' })
  const id = body.doc.id
  await portal.call('PATCH', `/api/cases/${id}`, { as: admin, body: { ort: 'Kiel' } })
  await portal.call('PATCH', `/api/cases/${id}`, { as: admin, body: { ort: 'Kiel' } })
  await portal.call('DELETE', `/api/cases/${id}`, { as: admin })
  const { body: log } = await portal.call(
    'GET',
    `/api/audit-log?where[entityId][equals]=${id}&sort=at&depth=0`,
    { as: admin },
  )
  expect(log.docs.map((entry: { action: string }) => entry.action)).toEqual(['create', 'update', 'delete'])
  expect(log.docs[1]).toMatchObject({
    user: admin.user.id,
    changes: [{ field: 'ort', old: null, new: 'Kiel' }],
  })
  const path = `/api/audit-log/${log.docs[0].id}`
  expect((await portal.call('DELETE', path, { as: admin })).status).toBe(403)
  expect((await portal.call('PATCH', path, { as: admin, body: { action: 'login' } })).status).toBe(403)
  await expect(portal.payload.delete({ collection: 'audit-log', id: log.docs[0].id })).rejects.toThrow()
})

test('a login is audited', async () => {
  const { body } = await portal.call('GET', '/api/audit-log?where[action][equals]=login&depth=0', {
    as: admin,
  })
  expect(body.docs).toEqual([expect.objectContaining({ entityType: 'users', entityId: admin.user.id })])
})
