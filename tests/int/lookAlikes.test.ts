import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { applyCaseRules } from '../../src/domain/cases/applyCaseRules'
import type { CaseValues } from '../../src/domain/cases/caseValues'
import { comparedCase } from '../../src/domain/imports/duplicates/comparedCase'
import { lookAlikeKeysOf } from '../../src/domain/imports/duplicates/lookAlikeKeys'
import { newId } from '../../src/store/newId'
import { storeOf } from '../../src/store/storeOf'
import { nthPerson } from '../factories/manyPeople'
import { storeNewCases } from '../factories/storeNewCases'
import { type Login, type Portal, startPortal } from './portal'

const at = '2026-11-23T10:00:00.000Z'
const limits = { kvnrDays: 90, minScore: 80 }

let portal: Portal
let admin: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
})

afterAll(() => portal.stop())

beforeEach(async () => {
  await portal.payload.db.deleteMany({ collection: 'cases', where: {} })
})

const tonn: CaseValues = {
  nachname: 'Tonn',
  vorname: 'Regina',
  geburtsdatum: '1960-04-28',
  kvnr: 'A123456780',
  fallgruppe: 'onko',
  datum: '2026-02-02',
}

async function store(cases: readonly CaseValues[]): Promise<void> {
  const creates = cases.map((changes, index) => {
    const ruled = applyCaseRules({ before: null, changes, actor: null, now: at })
    if (!ruled.ok) throw new Error('the rules refuse it')
    const { values, search } = ruled.value
    return { id: newId(), search, values: { ...values, fallId: `F-${index}` } }
  })
  await storeNewCases({ payload: portal.payload, creates, at })
}

const found = (...wanted: CaseValues[]) =>
  storeOf(portal.payload).findLookAlikes(lookAlikeKeysOf({ cases: wanted.map(comparedCase), limits }))

test('cases are found by KVNR, by birth date and by how the names sound, each once, of the group and the days around', async () => {
  await store([
    tonn,
    { ...tonn, nachname: 'Anders', vorname: 'Uwe', geburtsdatum: '1950-01-01' },
    { ...tonn, nachname: 'Brack', vorname: 'Ilse', kvnr: null },
    { ...tonn, nachname: 'Thon', geburtsdatum: '1960-05-28', kvnr: null },
    { ...tonn, fallgruppe: 'kardio' },
    { ...tonn, datum: '2025-02-02' },
    { ...tonn, nachname: 'Anders', vorname: 'Uwe', geburtsdatum: '1950-01-01', kvnr: null },
  ])
  const names = (await found(tonn)).map(({ values }) => `${values.nachname} ${values.geburtsdatum}`)
  expect(names.sort()).toEqual([
    'Anders 1950-01-01',
    'Brack 1960-04-28',
    'Thon 1960-05-28',
    'Tonn 1960-04-28',
  ])
})

test('of a birth date that thousands share the newest are found, and everything that others find', async () => {
  const shared = { ...tonn, geburtsdatum: '1900-01-01', kvnr: null }
  const many = Array.from({ length: 3_000 }, (_, index) => ({
    ...shared,
    nachname: nthPerson(index).vorname,
    datum: index < 10 ? '2026-02-20' : '2026-02-02',
  }))
  await store([...many, tonn])
  const others = Array.from({ length: 9 }, (_, index) => ({ ...tonn, geburtsdatum: `1930-01-0${index + 1}` }))
  const all = await found({ ...shared, nachname: 'Zyx' }, tonn, ...others)
  const ofShared = all.filter(({ values }) => values.geburtsdatum === '1900-01-01')
  expect(ofShared).toHaveLength(400)
  expect(ofShared.filter(({ values }) => values.datum === '2026-02-20')).toHaveLength(10)
  expect(all.filter(({ values }) => values.nachname === 'Tonn')).toHaveLength(1)
})

test('a certain duplicate is found among thousands of alike people, and skipped', async () => {
  const born = '01.01.1900'
  const line = (index: number, ticket: string, nachname = 'Tonn') =>
    `${nachname} | ${nthPerson(index).vorname} | ${born} |,"02.02.26, 08:50",Zweitmeinung Onkologie,,${ticket}`
  const header = 'Hauptkontakt,Erstellungsdatum,Modul,Thema,Name'
  const preview = async (lines: readonly string[]) => {
    const form = new FormData()
    form.set('file', new File([[header, ...lines].join('\n')], 'a.csv'))
    return (await portal.call('POST', '/api/import/csv', { as: admin, form })).body
  }
  await store(
    Array.from({ length: 1_500 }, (_, index) => ({
      ...tonn,
      vorname: nthPerson(index).vorname,
      geburtsdatum: '1900-01-01',
      kvnr: null,
      crmTicketId: `T-${index}`,
    })),
  )
  const { counts, rows } = await preview([
    line(3, 'other'),
    line(9_000, 'T-700'),
    line(9_001, 'X-1', 'Zimmermann'),
  ])
  expect(counts).toMatchObject({ skip: 2, create: 1 })
  expect(rows.map(({ duplicateOf }: any) => duplicateOf?.reasons)).toEqual([
    ['person'],
    ['crmTicketId'],
    undefined,
  ])
})
