import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepCaseCounts } from '../../src/store/sqlite/keepCaseCounts'
import { storeOf } from '../../src/store/storeOf'
import { type Login, type Portal, startPortal } from './portal'

/** The embedded database counts its cases as they are written, MongoDB as it is asked; the counts are right on both. */
const isSqlite = !process.env.MONGODB_URI

let portal: Portal
let admin: Login

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
})

afterAll(() => portal.stop())

type Client = Parameters<typeof keepCaseCounts>[0]
const client = () => (portal.payload.db as unknown as { client: Client }).client

type Group = { kw: number; fallgruppe: string; flags: number; count: number }

const inOrder = (groups: readonly Group[]) => groups.map((group) => Object.values(group).join(' ')).sort()

/** What the store counts is what the cases themselves say. */
async function expectRight(cases: number): Promise<void> {
  const { payload } = portal
  const { docs } = await payload.db.find({ collection: 'cases', pagination: false })
  expect(docs).toHaveLength(cases)
  for (const jahr of [2025, 2026]) {
    const anew = new Map<string, Group>()
    for (const { kw, fallgruppe, statistik } of docs.filter((one: any) => one.jahr === jahr) as any[]) {
      const group = { kw, fallgruppe, flags: statistik, count: 0 }
      const found = anew.get(JSON.stringify(group)) ?? { ...group }
      anew.set(JSON.stringify(group), { ...found, count: found.count + 1 })
    }
    const counted = await storeOf(payload).flagGroups({ jahr, bisKw: 53 })
    expect(inOrder(counted)).toEqual(inOrder([...anew.values()]))
  }
}

const row = (name: string, day: string) =>
  `${name} | Eva | 01.01.1960 |,"${day}, 08:50",Zweitmeinung Onkologie,,T-${name}`

async function importCsv(rows: string[], decisions = {}): Promise<string> {
  const form = new FormData()
  const header = 'Hauptkontakt,Erstellungsdatum,Modul,Thema,Name'
  form.set('file', new File([[header, ...rows].join('\n')], 'a.csv'))
  const { body } = await portal.call('POST', '/api/import/csv', { as: admin, form })
  const { importId } = body
  await portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId, decisions } })
  return importId
}

test('cases made, changed and deleted one by one', async () => {
  const { call } = portal
  const data = { nachname: 'Tonn', datum: '2026-02-02', fallgruppe: 'onko' }
  const ids: string[] = []
  for (const nachname of ['Tonn', 'Tonn', 'Daum']) {
    const { body } = await call('POST', '/api/cases', { as: admin, body: { ...data, nachname } })
    ids.push(body.doc.id)
  }
  await expectRight(3)
  await call('PATCH', `/api/cases/${ids[0]}`, { as: admin, body: { datum: '2025-12-29', fallgruppe: 'sd' } })
  await call('PATCH', `/api/cases/${ids[1]}`, { as: admin, body: { unterlagen: true, ort: 'Kiel' } })
  await expectRight(3)
  await call('DELETE', `/api/cases/${ids[0]}`, { as: admin })
  await expectRight(2)
})

test('cases that imports make and change, and that undoing takes back', async () => {
  const first = await importCsv(['A', 'B', 'C'].map((name) => row(name, '05.01.26')))
  await expectRight(5)
  const second = await importCsv([row('A', '12.01.26')], { 2: 'update' })
  await expectRight(5)
  for (const id of [second, first]) await portal.call('POST', `/api/import/${id}/undo`, { as: admin })
  await expectRight(2)
})

test.runIf(isSqlite)('cases that were there before they were counted, or while nobody counted', async () => {
  expect(await keepCaseCounts(client())).toBe(false)
  await client().execute('drop trigger case_counts_insert')
  await importCsv([row('D', '05.01.26')])
  expect(await keepCaseCounts(client())).toBe(true)
  await expectRight(3)
  await importCsv([row('E', '05.01.26')])
  await expectRight(4)
  await portal.payload.db.deleteMany({ collection: 'cases', where: {} })
  await expectRight(0)
})
