import { readFileSync } from 'node:fs'
import { createLocalReq, type Where } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/language'
import { importIcdCatalogue } from '../../src/services/icd/importIcdCatalogue'
import { forgetIcdCatalogue } from '../../src/services/icd/loadIcdCatalogue'
import { storeOf } from '../../src/store/storeOf'
import { textRows, workbookOf } from '../factories/workbook'
import { type Login, type Portal, startPortal } from './portal'

const samples = new URL('../fixtures/samples/', import.meta.url)
const { catalogue } = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8'))
const sample = readFileSync(new URL(catalogue.file, samples))

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
})

afterAll(() => portal.stop())

async function load({
  bytes = sample as Uint8Array,
  filename = 'icd10gm2026syst_kodes.txt',
  year = undefined as number | undefined,
} = {}) {
  const req = await createLocalReq({}, portal.payload)
  return importIcdCatalogue({ req, filename, bytes, year })
}

const text = (lines: string[]) => new TextEncoder().encode(lines.join('\r\n'))
const lines = sample.toString('utf8').trimEnd().split('\r\n')

const search = (q: string, as: Login | null = staff) =>
  portal.call('GET', `/api/icd-catalogue/search?q=${encodeURIComponent(q)}`, as ? { as } : {})
const codesOf = async (q: string, as = staff): Promise<string[]> =>
  (await search(q, as)).body.docs.map(({ code }: { code: string }) => code)
const stored = async (year = 2026) =>
  (await portal.payload.count({ collection: 'icd-catalogue', where: { year: { equals: year } } })).totalDocs

async function createCase(nachname: string) {
  const body = { nachname, datum: '2026-02-03', fallgruppe: 'onko' }
  return (await portal.call('POST', '/api/cases', { as: admin, body })).body.doc
}

const saveIcd = (id: string, icd: string, language: Language = 'de') =>
  portal.call('PUT', `/api/cases/${id}/icd`, { as: staff, body: { icd }, language })

async function previewIcd(rows: string[][]) {
  const form = new FormData()
  const bytes = workbookOf({ sheets: { ICD: textRows([['Fall-ID', 'ICD'], ...rows]) } })
  form.set('file', new File([new Uint8Array(bytes)], 'vorlage.xlsx'))
  return (await portal.call('POST', '/api/import/icd-xlsx', { as: staff, form })).body
}

describe.sequential('without a catalogue', () => {
  test('nothing is suggested and nothing is warned of', async () => {
    expect((await search('c50')).body).toEqual({ year: null, docs: [] })
    const { body } = await portal.call('GET', '/api/icd-catalogue/codes', { as: staff })
    expect(body).toEqual({ year: null, groups: [] })
    const { id } = await createCase('Ohne')
    expect(await saveIcd(id, 'C79.8')).toMatchObject({ status: 200, body: { icd: 'C79.8', warnings: [] } })
    const made = await createCase('Leer')
    const { counts } = await previewIcd([[made.fallId, 'C79.8']])
    expect(counts).toMatchObject({ update: 1, warnings: 0 })
  })
})

describe.sequential('importing a catalogue', () => {
  test('stores its lines, and twice is once', async () => {
    const answer = {
      year: 2026,
      total: catalogue.lines,
      terminal: catalogue.terminal,
      enterable: catalogue.enterableWithoutWarning,
    }
    expect(await load()).toEqual(answer)
    expect(await load()).toEqual(answer)
    expect(await stored()).toBe(catalogue.lines)
    for (const { code, ...rest } of catalogue.lookups) {
      const where: Where = { and: [{ code: { equals: code } }, { year: { equals: 2026 } }] }
      const { docs } = await portal.payload.find({ collection: 'icd-catalogue', where })
      expect(docs).toEqual([expect.objectContaining(rest)])
    }
  })

  test('is written down in the audit log', async () => {
    const { docs } = await portal.payload.find({
      collection: 'audit-log',
      where: { entityType: { equals: 'icd-catalogue' } },
    })
    expect(docs[0]).toMatchObject({
      action: 'import',
      entityId: '2026',
      changes: [{ field: 'total', new: 152 }],
    })
  })

  test.each([
    ['cut off', text([...lines.slice(0, 9), lines[9]?.slice(0, 20) ?? '']), 'catalogueFields'],
    ['with a code twice', text([...lines, lines[0] ?? '']), 'catalogueCodeTwice'],
    ['empty', text([]), 'emptyCatalogue'],
    ['a CSV', text(['Hauptkontakt,Modul', 'a,b']), 'notCatalogue'],
  ])('a file that is %s is refused and leaves the old one', async (_, bytes, code) => {
    await expect(load({ bytes })).rejects.toMatchObject({
      entries: [{ code, filename: 'icd10gm2026syst_kodes.txt' }],
    })
    expect(await stored()).toBe(catalogue.lines)
    expect(await codesOf('C50.1')).toContain('C50.1')
  })

  test('a file whose year nobody knows is refused; the year can be given', async () => {
    const filename = catalogue.file
    await expect(load({ filename })).rejects.toMatchObject({
      status: 422,
      entries: [{ code: 'unknownCatalogueYear' }],
    })
    expect(await load({ filename, year: 2015, bytes: text(lines.slice(0, 5)) })).toMatchObject({
      year: 2015,
      total: 5,
    })
    expect([await stored(2015), await stored()]).toEqual([5, catalogue.lines])
  })

  test('the newest year counts, whatever was loaded last', async () => {
    expect((await search('c50')).body.year).toBe(2026)
    await load({
      filename: 'icd10gm2027syst_kodes.txt',
      bytes: text(lines.filter((line) => line.includes(';C61;'))),
    })
    expect((await search('c')).body).toMatchObject({ year: 2027, docs: [{ code: 'C61' }] })
    await portal.payload.db.deleteMany({ collection: 'icd-catalogue', where: { year: { equals: 2027 } } })
    forgetIcdCatalogue(portal.payload)
    expect((await search('c50')).body.year).toBe(2026)
  })

  test('a corrected file takes the place of the old one', async () => {
    await load({ bytes: text(lines.filter((line) => !line.includes(';C61;'))) })
    expect(await stored()).toBe(catalogue.lines - 1)
    expect(await codesOf('C61')).toEqual([])
    await load()
    expect(await codesOf('C61')).toEqual(['C61'])
  })

  test('what another process has stored is seen a little later', async () => {
    expect(await codesOf('C61')).toEqual(['C61'])
    const entry = { code: 'C61' as never, title: 'Anderer Titel', terminal: true, usage: 'P' as const }
    await storeOf(portal.payload).replaceIcdCatalogue({
      year: 2026,
      at: new Date().toISOString(),
      entries: [entry],
      audit: [],
    })
    await expect
      .poll(async () => (await search('C61')).body.docs[0].title, { timeout: 10_000, interval: 500 })
      .toBe('Anderer Titel')
    await load()
  })
})

describe('searching', () => {
  test('is for everyone signed in, and for nobody else', async () => {
    for (const as of [admin, staff]) {
      expect(await codesOf('c501', as)).toEqual(['C50.1'])
      expect(await codesOf('druse mitte', as)).toContain('C50.1')
    }
    for (const path of ['search?q=c50', 'codes', '']) {
      expect((await portal.call('GET', `/api/icd-catalogue/${path}`)).status).toBe(401)
    }
    expect((await search('c50', null)).status).toBe(401)
  })

  test('finds at most twenty, the best first, with what they mean', async () => {
    const { body } = await search('c')
    expect(body.docs).toHaveLength(20)
    expect((await search('C79')).body.docs[0]).toEqual({
      code: 'C79',
      title: expect.any(String),
      terminal: false,
      usage: 'V',
    })
    expect((await portal.call('GET', '/api/icd-catalogue/search', { as: staff })).status).toBe(400)
  })

  test('every code is told with what may be done with it', async () => {
    const { body } = await portal.call('GET', '/api/icd-catalogue/codes', { as: staff })
    const count = (groups: { codes: string[] }[]) => groups.reduce((sum, { codes }) => sum + codes.length, 0)
    expect(body.year).toBe(2026)
    expect(count(body.groups)).toBe(catalogue.lines)
    const quiet = body.groups.filter(({ terminal, usage }: any) => terminal && usage === 'P')
    expect(count(quiet)).toBe(catalogue.enterableWithoutWarning)
  })
})

test('nobody writes the catalogue but its import', async () => {
  const body = { code: 'X00', title: 'x', terminal: true, usage: 'P', year: 2026 }
  expect((await portal.call('POST', '/api/icd-catalogue', { as: admin, body })).status).toBe(403)
  const { docs } = (await portal.call('GET', '/api/icd-catalogue?limit=1', { as: admin })).body
  const path = `/api/icd-catalogue/${docs[0].id}`
  expect((await portal.call('PATCH', path, { as: admin, body })).status).toBe(403)
  expect((await portal.call('DELETE', path, { as: admin })).status).toBe(403)
})

describe('with a catalogue', () => {
  test('an entered code that it has something against is saved, with a warning', async () => {
    const { id, fallId } = await createCase('Warnung')
    const { status, body } = await saveIcd(id, 'c79.8, C50.1; C50.7 Z33')
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { id, fallId, icd: 'C79.8, C50.1, C50.7, Z33' },
    })
    expect(body.warnings.map(({ code, value }: any) => [code, value])).toEqual([
      ['icdNotTerminal', 'C79.8'],
      ['icdUnknown', 'C50.7'],
      ['icdNotPrimary', 'Z33'],
    ])
    expect(body.warnings[0].message).toMatch(/2026 nicht endständig/)
    expect((await saveIcd(id, 'C79.8', 'en')).body.warnings[0].message).toMatch(/not terminal/)
    expect((await saveIcd(id, 'C50.1')).body.warnings).toEqual([])
  })

  test('the ICD workbook warns of what it would enter, and only of that', async () => {
    const [warned, quiet, unchanged] = [
      await createCase('Eins'),
      await createCase('Zwei'),
      await createCase('Drei'),
    ]
    await saveIcd(unchanged.id, 'C79.8')
    const { importId, counts, rows } = await previewIcd([
      [warned.fallId, 'C79.8, X99.9'],
      [quiet.fallId, 'c50.1'],
      [unchanged.fallId, 'C79.8'],
      [quiet.fallId, 'XYZ'],
    ])
    expect(counts).toMatchObject({ update: 2, skip: 1, error: 1, warnings: 2 })
    expect(rows[0].problems).toEqual([
      expect.objectContaining({ level: 'warning', code: 'icdNotTerminal', field: 'icd', value: 'C79.8' }),
      expect.objectContaining({ level: 'warning', code: 'icdUnknown', field: 'icd', value: 'X99.9' }),
    ])
    expect([rows[1].problems, rows[2].problems]).toEqual([[], []])
    const answer = await portal.call('POST', '/api/import/icd-xlsx/confirm', {
      as: staff,
      body: { importId, corrections: { '3': { icd: 'Z33' } } },
    })
    expect(answer.body).toMatchObject({ updated: 2, failed: 1 })
    const { body } = await portal.call('GET', `/api/import/${importId}/rows`, { as: staff })
    expect(body.docs[1].problems).toMatchObject([{ level: 'warning', code: 'icdNotPrimary', value: 'Z33' }])
  })

  test('the accounting workbook warns too, and creates its cases', async () => {
    const titles = ['Datum', 'Nachname', 'Fallgruppe', 'ICD']
    const form = new FormData()
    const sheet = textRows([
      titles,
      ['02.02.2026', 'Vier', 'onko', 'C50'],
      ['02.02.2026', 'Fünf', 'onko', 'C61'],
    ])
    form.set(
      'file',
      new File([new Uint8Array(workbookOf({ sheets: { '2026': sheet } }))], 'Abrechnung_DAK.xlsx'),
    )
    const { body } = await portal.call('POST', '/api/import/historical', { as: admin, form })
    expect(body.counts).toMatchObject({ create: 2, error: 0, warnings: 1 })
    expect(body.rows[0].problems).toMatchObject([{ level: 'warning', code: 'icdNotTerminal', value: 'C50' }])
  })
})
