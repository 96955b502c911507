import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Login, type Portal, startPortal } from './portal'

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
  const cases = [
    { nachname: 'Drei', datum: '2026-02-03', fallgruppe: 'kardio' },
    { nachname: 'Eins', datum: '2026-01-05', fallgruppe: 'onko', gutachten: true },
    { nachname: 'Zwei', datum: '2026-01-12', fallgruppe: 'onko', gutachten: true },
    {
      nachname: 'Fertig',
      datum: '2025-12-01',
      fallgruppe: 'sd',
      icd: 'E04.1',
      gutachten: true,
      gutachtenTyp: 'bestaetigung',
    },
  ]
  for (const body of cases)
    expect((await portal.call('POST', '/api/cases', { as: admin, body })).status).toBe(201)
})

afterAll(() => portal.stop())

const names = (body: { docs: { nachname: string }[] }) => body.docs.map((found) => found.nachname)
const get = (path: string, as = admin) => portal.call('GET', path, { as })
const put = (path: string, body: unknown, as = admin) => portal.call('PUT', path, { as, body })

describe('cases pending ICD', () => {
  test('come oldest first, a page at a time', async () => {
    const { body } = await get('/api/cases/pending-icd?limit=2', staff)
    expect(names(body)).toEqual(['Eins', 'Zwei'])
    expect(body).toMatchObject({ totalDocs: 3, totalPages: 2, page: 1, limit: 2 })
    expect(names((await get('/api/cases/pending-icd?limit=2&page=2', staff)).body)).toEqual(['Drei'])
  })

  test('are filtered by group, year and week', async () => {
    expect(names((await get('/api/cases/pending-icd?fallgruppe=kardio', staff)).body)).toEqual(['Drei'])
    expect(names((await get('/api/cases/pending-icd?jahr=2026&kw=3', staff)).body)).toEqual(['Zwei'])
    expect(names((await get('/api/cases/pending-icd?hasIcd=true', staff)).body)).toEqual(['Fertig'])
    expect((await get('/api/cases/pending-icd?fallgruppe=knie', staff)).status).toBe(400)
  })

  test('get their code from DAK staff; a stale version is 409 and shows what the other one did', async () => {
    const { body } = await get('/api/cases/pending-icd', staff)
    const [first] = body.docs
    const saved = await put(`/api/cases/${first.id}/icd`, { icd: 'c509', updatedAt: first.updatedAt }, staff)
    expect(saved).toMatchObject({ status: 200, body: { icd: 'C50.9', id: first.id } })
    const stale = await put(`/api/cases/${first.id}/icd`, { icd: 'C61', updatedAt: first.updatedAt }, staff)
    expect(stale.status).toBe(409)
    expect(stale.body.errors[0]).toMatchObject({
      code: 'conflict',
      changedBy: 'dak',
      current: { icd: 'C50.9' },
    })
    expect(names((await get('/api/cases/pending-icd', staff)).body)).toEqual(['Zwei', 'Drei'])
  })

  test('of two who save the same version at once, one is told', async () => {
    const { body } = await get('/api/cases/pending-icd', staff)
    const { id, updatedAt } = body.docs[0]
    const answers = await Promise.all([
      put(`/api/cases/${id}/icd`, { icd: 'C20', updatedAt }, staff),
      put(`/api/cases/${id}/icd`, { icd: 'C61', updatedAt }, admin),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
  })

  test('an invalid code is 422, an unknown case 404, a broken body 400', async () => {
    const { body } = await get('/api/cases/pending-icd', staff)
    const { id } = body.docs[0]
    const wrong = await put(`/api/cases/${id}/icd`, { icd: 'XYZ' }, staff)
    expect(wrong).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'invalidIcd', value: 'XYZ', position: 1 }] },
    })
    expect(
      (await put('/api/cases/00000000-0000-0000-0000-000000000000/icd', { icd: 'C61' }, staff)).status,
    ).toBe(404)
    expect((await put(`/api/cases/${id}/icd`, { code: 'C61' }, staff)).status).toBe(400)
  })
})

describe('the coding queue', () => {
  test('is for admins alone', async () => {
    for (const path of ['/api/coding/queue', '/api/cases/pending-coding'])
      expect((await get(path, staff)).status).toBe(403)
    expect((await put('/api/coding', { items: [] }, staff)).status).toBe(403)
  })

  test('shows cases with an opinion that is not coded, oldest first, with progress and ratio', async () => {
    const { body } = await get('/api/coding/queue')
    expect(names(body)).toEqual(['Eins', 'Zwei'])
    expect(body).toMatchObject({
      progress: { coded: 1, total: 3 },
      ratio: { bestaetigung: 1, alternative: 0 },
    })
    expect((await get('/api/coding/queue?jahr=2026')).body.progress).toEqual({ coded: 0, total: 2 })
  })

  test('codes a case and moves on; a broken rule is 422', async () => {
    const [first] = (await get('/api/coding/queue')).body.docs
    const broken = await put(`/api/coding/${first.id}`, {
      gutachtenTyp: 'bestaetigung',
      therapieaenderung: 'nein',
      taUebertherapie: true,
    })
    expect(broken).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'needsTherapieaenderung', field: 'taUebertherapie' }] },
    })
    const coding = {
      gutachtenTyp: 'alternative',
      therapieaenderung: 'ja',
      taUebertherapie: true,
      updatedAt: first.updatedAt,
    }
    const saved = await put(`/api/coding/${first.id}`, coding)
    expect(saved).toMatchObject({ status: 200, body: { gutachtenTyp: 'alternative', taUebertherapie: true } })
    expect((await put(`/api/coding/${first.id}`, coding)).status).toBe(409)
    expect((await get('/api/coding/queue')).body).toMatchObject({
      totalDocs: 1,
      progress: { coded: 2, total: 3 },
    })
  })

  test('codes a batch in which each case stands for itself', async () => {
    const [last] = (await get('/api/coding/queue')).body.docs
    const drei = (await get('/api/cases?where[nachname][equals]=Drei')).body.docs[0]
    const { body } = await put('/api/coding', {
      items: [
        { id: last.id, gutachtenTyp: 'bestaetigung', therapieaenderung: 'nein' },
        { id: drei.id, gutachtenTyp: 'bestaetigung' },
        { id: '00000000-0000-0000-0000-000000000000', gutachtenTyp: 'bestaetigung' },
      ],
    })
    expect(body.updated).toBe(1)
    expect(body.failed).toEqual([
      { id: drei.id, code: 'needsGutachten', message: expect.any(String) },
      { id: '00000000-0000-0000-0000-000000000000', code: 'notFound', message: expect.any(String) },
    ])
  })
})
