import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Login, type Portal, startPortal } from './portal'

/** What lists show is the same whatever the database: how they sort, search and filter. */
let portal: Portal
let admin: Login

const base = { fallgruppe: 'onko', modul: 'Zweitmeinung Onkologie' }
const stored = [
  { nachname: 'Zander', vorname: 'Ines', datum: '2026-02-02', ort: 'Köln', gutachten: true },
  { nachname: 'Ärger', vorname: null, datum: '2026-02-03', ort: 'köln', icd: 'C50.1' },
  { nachname: 'aal', vorname: 'ines', datum: '2026-02-04', ort: 'KÖLN' },
  { nachname: 'MÜLLER', datum: '2026-02-05', ort: '100 % Ort', thema: 'a_b' },
  { nachname: 'Müller-Lüdenscheidt', vorname: '', datum: '2026-12-31', ort: 'Ort (neu) [x]*?', thema: 'axb' },
  { nachname: "O'Neil", vorname: 'Émile', datum: '2026-03-01', ort: '' },
  { nachname: 'Öztürk', vorname: 'emile', datum: '2026-02-28', fallgruppe: 'kardio' },
  { nachname: 'Strauß', vorname: 'Zoë', datum: '2025-12-29' },
  { nachname: 'Strasser', vorname: 'Zoe', datum: '2026-01-04' },
]

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  for (const values of stored) {
    const answer = await portal.call('POST', '/api/cases', { as: admin, body: { ...base, ...values } })
    expect(answer.status).toBe(201)
  }
})

afterAll(() => portal.stop())

type Found = { nachname: string }

async function list(query: string): Promise<string[]> {
  const { status, body } = await portal.call('GET', `/api/cases?limit=100&depth=0&${query}`, { as: admin })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.docs.map(({ nachname }: Found) => nachname)
}

const found = async (query: string) => (await list(query)).sort()
const text = encodeURIComponent

describe('sorting', () => {
  test('a name stands where a German reader looks for it', async () => {
    const ascending = [
      'aal',
      'Ärger',
      'MÜLLER',
      'Müller-Lüdenscheidt',
      "O'Neil",
      'Öztürk',
      'Strasser',
      'Strauß',
      'Zander',
    ]
    expect(await list('sort=nachname')).toEqual(ascending)
    expect(await list('sort=-nachname')).toEqual(ascending.reverse())
  })

  test('empty values come first, absent and null alike, in the order of the next field', async () => {
    const names = await list('sort=vorname&sort=datum')
    expect(names.slice(0, 3)).toEqual(['Ärger', 'MÜLLER', 'Müller-Lüdenscheidt'])
    expect((await list('sort=-vorname')).slice(-3).sort()).toEqual(['MÜLLER', 'Müller-Lüdenscheidt', 'Ärger'])
  })

  test('days sort as days', async () => {
    expect((await list('sort=datum')).slice(0, 2)).toEqual(['Strauß', 'Strasser'])
    expect((await list('sort=-datum'))[0]).toBe('Müller-Lüdenscheidt')
  })

  test('pages of equal values hold every case once', async () => {
    const seen: string[] = []
    for (const page of [1, 2, 3, 4, 5]) {
      const { body } = await portal.call('GET', `/api/cases?sort=fallgruppe&limit=2&page=${page}`, {
        as: admin,
      })
      seen.push(...body.docs.map(({ nachname }: Found) => nachname))
    }
    expect(seen.sort()).toEqual(stored.map(({ nachname }) => nachname).sort())
  })
})

describe('searching', () => {
  test.each(['müller', 'MÜLLER', 'Müller'])('finds %s whatever the case, umlauts too', async (word) => {
    const both = ['MÜLLER', 'Müller-Lüdenscheidt']
    expect(await found(`where[nachname][like]=${text(word)}`)).toEqual(both)
    expect(await found(`where[nachname][contains]=${text(word)}`)).toEqual(both)
  })

  test('finds every word of several, in any order', async () => {
    expect(await found(`where[nachname][like]=${text('lüden müll')}`)).toEqual(['Müller-Lüdenscheidt'])
  })

  test.each([
    ['ort', '%', 'MÜLLER'],
    ['thema', 'a_b', 'MÜLLER'],
    ['ort', '[x]*?', 'Müller-Lüdenscheidt'],
    ['ort', '(neu)', 'Müller-Lüdenscheidt'],
  ])('takes %s %s as it is written', async (field, word, name) => {
    expect(await found(`where[${field}][contains]=${text(word)}`)).toEqual([name])
    expect(await found(`where[${field}][like]=${text(word)}`)).toEqual([name])
  })

  test('not_like leaves out what like finds, and keeps the empty', async () => {
    expect(await found(`where[vorname][not_like]=ines`)).toEqual(
      stored
        .map(({ nachname }) => nachname)
        .filter((name) => name !== 'aal' && name !== 'Zander')
        .sort(),
    )
  })

  test('the panel’s search box looks in Fall-ID, names, KVNR and ticket', async () => {
    const words = text('öztürk')
    const fields = ['fallId', 'nachname', 'vorname', 'kvnr', 'crmTicketId']
    const where = fields.map((field, index) => `where[or][${index}][${field}][like]=${words}`).join('&')
    expect(await found(where)).toEqual(['Öztürk'])
  })
})

describe('filtering', () => {
  test.each([
    ['where[ort][equals]=Köln', ['Zander']],
    ['where[icd][exists]=true', ['Ärger']],
    ['where[vorname][exists]=false', ['MÜLLER', 'Müller-Lüdenscheidt', 'Ärger']],
    ['where[gutachten][equals]=true', ['Zander']],
    ['where[kw][equals]=1&where[jahr][equals]=2026', ['Strasser', 'Strauß']],
    ['where[datum][greater_than_equal]=2026-02-28', ["O'Neil", 'Müller-Lüdenscheidt', 'Öztürk']],
    ['where[datum][less_than]=2026-01-04', ['Strauß']],
    ['where[fallgruppe][in]=kardio,galle', ['Öztürk']],
    ['where[vorname][in]=Ines,Zoe', ['Strasser', 'Zander']],
    ['where[createdAt][less_than]=2020-01-01', []],
  ])('%s', async (query, names) => {
    expect(await found(query)).toEqual([...names].sort())
  })

  test('not_equals keeps the empty', async () => {
    expect(await found('where[vorname][not_equals]=Ines')).toHaveLength(stored.length - 1)
    expect(await found('where[gutachten][not_equals]=true')).toHaveLength(stored.length - 1)
  })

  test('moments filter as moments', async () => {
    const before = encodeURIComponent(new Date(Date.now() - 3_600_000).toISOString())
    expect(await found(`where[createdAt][greater_than]=${before}`)).toHaveLength(stored.length)
  })
})

describe('ids', () => {
  test.each(['nothing', '123', '00000000-0000-0000-0000-000000000000', 'ffffffffffffffffffffffff'])(
    '%s is no case: 404',
    async (id) => {
      expect((await portal.call('GET', `/api/cases/${id}`, { as: admin })).status).toBe(404)
      const change = await portal.call('PATCH', `/api/cases/${id}`, { as: admin, body: { ort: 'x' } })
      expect(change.status).toBe(404)
      expect((await portal.call('DELETE', `/api/cases/${id}`, { as: admin })).status).toBe(404)
      expect(
        (await portal.call('PUT', `/api/cases/${id}/icd`, { as: admin, body: { icd: 'C20' } })).status,
      ).toBe(404)
      expect((await portal.call('GET', `/api/import/${id}`, { as: admin })).status).toBe(404)
      expect((await portal.call('GET', `/api/reports/download/${id}`, { as: admin })).status).toBe(404)
    },
  )
})

test('days and moments come back as they went in', async () => {
  const body = { ...base, nachname: 'Zeit', datum: '2026-03-29', geburtsdatum: '1945-05-08' }
  const { body: made } = await portal.call('POST', '/api/cases', { as: admin, body })
  const { body: read } = await portal.call('GET', `/api/cases/${made.doc.id}?depth=0`, { as: admin })
  expect(read).toMatchObject({ datum: '2026-03-29', geburtsdatum: '1945-05-08' })
  expect(read.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(read.updatedAt).toBe(made.doc.updatedAt)
  await portal.call('DELETE', `/api/cases/${made.doc.id}`, { as: admin })
})
