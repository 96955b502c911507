import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { berlinDay } from '../../src/domain/calendar/berlinDay'
import { addDays, type CalendarDate } from '../../src/domain/calendar/calendarDate'
import { applyCaseRules } from '../../src/domain/cases/applyCaseRules'
import { createFallIdAllocator, fallIdKey } from '../../src/domain/cases/fallId'
import type { CatalogueEntry } from '../../src/domain/icd/catalogue/catalogueEntry'

import type { Language } from '../../src/domain/language'
import { newId } from '../../src/store/newId'

import { keepCaseCounts } from '../../src/store/sqlite/keepCaseCounts'
import { keptCounts } from '../../src/store/sqlite/keptCounts'
import { storeOf } from '../../src/store/storeOf'
import { createCase } from '../factories/createCase'
import { createRandom } from '../factories/random'
import { storeNewCases } from '../factories/storeNewCases'
import { type Login, type Portal, startPortal } from './portal'

/** The analyses say of random cases what a plain computation over the cases says, on both databases. */
const groups = ['onko', 'kardio', 'intensiv', 'galle', 'sd']
const today = berlinDay(new Date())

const isSqlite = !process.env.MONGODB_URI

type Case = Record<string, any>

let portal: Portal
let admin: Login
let staff: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
  await storeCases(600)
})

afterAll(() => portal.stop())

async function storeCases(count: number): Promise<void> {
  const random = createRandom(11)
  const allocate = createFallIdAllocator([])
  const now = new Date().toISOString()
  const creates = Array.from({ length: count }, (_, index) => {
    const ageInDays = random.between(0, 500)
    const changes: Case = createCase({ random, datum: addDays(today, -ageInDays), ageInDays })
    if (index % 40 === 0) changes.unterlagenErhaltenAm = addDays(changes.datum as CalendarDate, -2)
    if (index % 7 === 0) changes.icd = 'C50.1, C50.4, C79.5'
    const ruled = applyCaseRules({ before: null, changes, actor: null, now })
    if (!ruled.ok) throw new Error(JSON.stringify(ruled.problems))
    const { values, search } = ruled.value
    return { search, id: newId(), values: { ...values, fallId: allocate(fallIdKey(values)) } }
  })
  await storeNewCases({ payload: portal.payload, creates, at: now })
}

async function everyCase(): Promise<Case[]> {
  const { docs } = await portal.payload.db.find<Case>({ collection: 'cases', pagination: false })
  return docs
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
const monthOf = ({ datum }: Case) => {
  const weekday = (new Date(datum).getUTCDay() + 6) % 7
  return new Date(Date.parse(datum) + (3 - weekday) * 86_400_000).getUTCMonth() + 1
}

function quantile(days: number[], share: number): number | null {
  if (days.length === 0) return null
  const sorted = [...days].sort((left, right) => left - right)
  const place = share * (sorted.length - 1)
  const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return Math.round((below + (above - below) * (place % 1)) * 10) / 10
}

function expectedDuration(cases: Case[], date: string, shown: string[]) {
  const dated = cases.filter((found) => found[date])
  const spread = (wanted: (found: Case) => boolean) => {
    const days = dated
      .filter(wanted)
      .map((found) => daysBetween(found.datum, found[date]))
      .filter((tage) => tage >= 0)
    return { faelle: days.length, median: quantile(days, 0.5), p90: quantile(days, 0.9) }
  }
  const lastKw = Math.max(0, ...cases.map(({ kw }) => kw))
  const lastMonth = Math.max(0, ...cases.filter(({ kw }) => kw === lastKw).map(monthOf))
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)
  return {
    gesamt: spread(() => true),
    monate: upTo(lastMonth).map((monat) => ({ monat, ...spread((found) => monthOf(found) === monat) })),
    wochen: upTo(lastKw).map((kw) => ({ kw, ...spread((found) => found.kw === kw) })),
    gruppen: shown.map((fallgruppe) => ({
      fallgruppe,
      ...spread((found) => found.fallgruppe === fallgruppe),
    })),
    widerspruch: dated.filter((found) => daysBetween(found.datum, found[date]) < 0).length,
  }
}

function expectedAnalyses(everything: Case[], jahr: number, fallgruppe: string | null) {
  const shown = groups.filter((group) => fallgruppe === null || group === fallgruppe)
  const ofGroups = everything.filter((found) => shown.includes(found.fallgruppe))
  const cases = ofGroups.filter((found) => found.jahr === jahr)
  const count = (wanted: (found: Case) => boolean, from = cases) => from.filter(wanted).length
  const faelle = new Map<string, number>()
  for (const { icd } of cases) {
    for (const main of new Set<string>((icd ?? '').match(/[A-Z]\d\d/g) ?? []))
      faelle.set(main, (faelle.get(main) ?? 0) + 1)
  }
  const limits = [7, 14, 28, 84, Number.POSITIVE_INFINITY]
  const ages = ['unter1Woche', 'bis2Wochen', 'bis4Wochen', 'bis12Wochen', 'aelter']
  const ageOf = ({ datum }: Case) => limits.findIndex((limit) => daysBetween(datum, today) < limit)
  return {
    jahr,
    fallgruppe,
    stand: today,
    erstberatungen: cases.length,
    dauer: {
      unterlagen: expectedDuration(cases, 'unterlagenErhaltenAm', shown),
      gutachten: expectedDuration(cases, 'gutachtenAm', shown),
    },
    ergebnisse: shown.map((group) => {
      const own = cases.filter((found) => found.fallgruppe === group)
      return {
        fallgruppe: group,
        gutachten: count((found) => found.gutachten, own),
        bestaetigung: count((found) => found.gutachtenTyp === 'bestaetigung', own),
        alternative: count((found) => found.gutachtenTyp === 'alternative', own),
        taJa: count((found) => found.therapieaenderung === 'ja', own),
        taNein: count((found) => found.therapieaenderung === 'nein', own),
      }
    }),
    icd: {
      anzahl: faelle.size,
      haeufigste: [...faelle]
        .sort(([left, few], [right, many]) => many - few || (left < right ? -1 : 1))
        .slice(0, 20)
        .map(([hauptgruppe, times]) => ({ hauptgruppe, titel: null, faelle: times })),
    },
    offen: ages.map((alter, age) => {
      const old = ofGroups.filter((found) => ageOf(found) === age)
      return {
        alter,
        pendingIcd: count((found) => !found.icd, old),
        pendingCoding: count((found) => found.gutachten && !found.gutachtenTyp, old),
        keineRueckmeldung: count((found) => !found.unterlagen && !found.ablehnung && !found.abbruch, old),
      }
    }),
  }
}

async function expectRight(): Promise<void> {
  const cases = await everyCase()
  const years = [...new Set(cases.map(({ jahr }) => jahr))] as number[]
  for (const jahr of years) {
    for (const fallgruppe of [null, 'onko', 'sd']) {
      const query = `jahr=${jahr}${fallgruppe ? `&fallgruppe=${fallgruppe}` : ''}`
      const { body, status } = await portal.call('GET', `/api/reports/analyses?${query}`, { as: staff })
      const { bisKw, ...analyses } = body
      expect(status).toBe(200)
      const all = cases.filter((found) => found.jahr === jahr)
      expect(bisKw).toBe(Math.max(...all.map(({ kw }) => kw)))
      expect(withoutEmptyEnd(analyses)).toEqual(withoutEmptyEnd(expectedAnalyses(cases, jahr, fallgruppe)))
    }
  }
}

/** Months and weeks go to the last one with a case of any group. */
function withoutEmptyEnd(analyses: any) {
  const trimmed = ({ monate, wochen, ...rest }: any) => ({
    ...rest,
    monate: monate.filter(({ faelle }: Case) => faelle > 0),
    wochen: wochen.filter(({ faelle }: Case) => faelle > 0),
  })
  const { unterlagen, gutachten } = analyses.dauer
  return { ...analyses, dauer: { unterlagen: trimmed(unterlagen), gutachten: trimmed(gutachten) } }
}

describe.sequential('the analyses of every year, of all groups and of one', () => {
  test('are those of the cases as they were imported', expectRight)

  test('are right after cases were changed and deleted one by one', async () => {
    const cases = await everyCase()
    const changes = [
      { datum: addDays(today, -3) },
      { fallgruppe: 'galle' },
      { icd: 'E04.1, E04.2, C73' },
      { icd: null },
      { unterlagen: true, unterlagenErhaltenAm: today },
      { unterlagenErhaltenAm: null, gutachtenAm: null },
      { gutachten: false, gutachtenTyp: null, therapieaenderung: null },
      { ablehnung: true },
    ]
    for (const [index, data] of changes.entries()) {
      const path = `/api/cases/${cases[index * 5]?.id}`
      const { status } = await portal.call('PATCH', path, {
        as: admin,
        body: { taDiagnosekorrektur: false, taUnterversorgung: false, taUebertherapie: false, ...data },
      })
      expect(status).toBe(200)
    }
    for (const { id } of cases.slice(100, 105)) await portal.call('DELETE', `/api/cases/${id}`, { as: admin })
    await expectRight()
  })

  test.runIf(isSqlite)('are right when the database counts the cases anew', async () => {
    const { client } = portal.payload.db as unknown as { client: Parameters<typeof keepCaseCounts>[0] }
    for (const { table } of keptCounts) await client.execute(`drop table ${table}`)
    expect(await keepCaseCounts(client)).toBe(true)
    expect(await keepCaseCounts(client)).toBe(false)
    await expectRight()
  })
})

test('a main group has the title of the catalogue, where one is loaded', async () => {
  const entries = [
    { code: 'C50', title: 'Bösartige Neubildung der Brustdrüse', terminal: false, usage: 'P' },
  ] as CatalogueEntry[]
  await storeOf(portal.payload).replaceIcdCatalogue({
    year: 2026,
    at: new Date().toISOString(),
    entries,
    audit: [],
  })
  await expect
    .poll(
      async () => (await analyses()).icd.haeufigste.find((row: Case) => row.hauptgruppe === 'C50').titel,
      {
        timeout: 10_000,
        interval: 500,
      },
    )
    .toBe('Bösartige Neubildung der Brustdrüse')
})

async function analyses(): Promise<any> {
  return (await portal.call('GET', '/api/reports/analyses', { as: staff })).body
}

test('a year without cases has figures of nothing, and what is open all the same', async () => {
  const { body } = await portal.call('GET', '/api/reports/analyses?jahr=1999', { as: staff })
  expect(body).toMatchObject({ jahr: 1999, bisKw: 0, erstberatungen: 0, icd: { anzahl: 0, haeufigste: [] } })
  expect(body.dauer.unterlagen).toMatchObject({ gesamt: { faelle: 0, median: null, p90: null }, wochen: [] })
  expect(body.offen).toEqual((await analyses()).offen)
})

test.each(['jahr=zweitausend', 'fallgruppe=zahn'])(
  'a query that means nothing (%s) is refused by name',
  async (query) => {
    const { status, body } = await portal.call('GET', `/api/reports/analyses?${query}`, { as: staff })
    expect(status).toBe(400)
    expect(body.errors[0]).toMatchObject({ code: 'malformed', field: query.split('=')[0] })
  },
)

test.each(['', '/xlsx', '/csv?tabelle=icd'])('nobody sees %s without a login', async (path) => {
  expect((await portal.call('GET', `/api/reports/analyses${path}`)).status).toBe(401)
})

describe('as files', () => {
  test('all tables are sheets of one workbook, with the numbers of the JSON', async () => {
    const { body, headers } = await portal.call('GET', '/api/reports/analyses/xlsx?raster=gruppe', {
      as: staff,
    })
    const { dauer, jahr, offen } = await analyses()
    expect(headers.get('content-disposition')).toContain(`filename="Analysen_${jahr}.xlsx"`)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(body)
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Tage bis Unterlagen',
      'Tage bis Gutachten',
      'Ergebnis der Gutachten',
      'ICD-Hauptgruppen',
      'Offene Fälle nach Alter',
    ])
    const cells = (sheet: string, row: number) => {
      const values = workbook.getWorksheet(sheet)?.getRow(row).values ?? []
      return Array.isArray(values) ? values.slice(1) : []
    }
    const [onko] = dauer.gutachten.gruppen
    expect(cells('Tage bis Gutachten', 3)).toEqual(['Onkologie', onko.faelle, onko.median, onko.p90])
    expect(cells('Offene Fälle nach Alter', 7)).toEqual([
      'älter',
      offen[4].pendingIcd,
      offen[4].pendingCoding,
      offen[4].keineRueckmeldung,
    ])
  })

  test('one table is CSV as German and English spreadsheets read it, and no cell is a formula', async () => {
    const at = new Date().toISOString()
    const entries = [{ code: 'C50', title: '=1+1', terminal: false, usage: 'P' }] as CatalogueEntry[]
    await storeOf(portal.payload).replaceIcdCatalogue({ year: 2027, at, entries, audit: [] })
    await expect
      .poll(async () => (await csv('de')).text, { timeout: 10_000, interval: 500 })
      .toContain(";'=1+1;")
    const german = await csv('de')
    expect(german.text).toMatch(/^\ufeffHauptgruppe;Bezeichnung;Fälle;Anteil an den Erstberatungen\r\n/)
    expect(german.text).toMatch(/;\d+,\d%/)
    expect(german.name).toContain('ICD-Hauptgruppen_')
    const english = await csv('en')
    expect(english.text).toMatch(/^\ufeffMain group,Title,Cases,Share of consultations\r\n/)
    expect(english.text).toMatch(/,\d+\.\d%/)
  })

  test('a CSV of no table is refused', async () => {
    const { status } = await portal.call('GET', '/api/reports/analyses/csv', { as: staff })
    expect(status).toBe(400)
  })
})

async function csv(language: Language) {
  const path = '/api/reports/analyses/csv?tabelle=icd'
  const { body, headers } = await portal.call('GET', path, { as: staff, language })
  return { text: Buffer.from(body).toString(), name: headers.get('content-disposition') }
}
