import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, type Login, type Portal, startPortal } from './portal'

const samples = new URL('../fixtures/samples/', import.meta.url)
const files = [
  'crm-2025-kw52.csv',
  'crm-2026-kw01.csv',
  'crm-2026-kw05.csv',
  'crm-2026-kw06.csv',
  'crm-2026-kw07.csv',
]
const groups = ['onko', 'kardio', 'intensiv', 'galle', 'sd']

type Case = Record<string, any>

let portal: Portal
let admin: Login
let staff: Login
let cases: Case[]

beforeAll(async () => {
  portal = await startPortal()
  admin = await portal.login('admin')
  staff = await portal.login('dak_mitarbeiter', 'dak')
  for (const file of files) await importFile(file)
  await giveThemACourse()
  cases = (await portal.call('GET', '/api/cases?limit=0&depth=0', { as: admin })).body.docs
})

afterAll(() => portal.stop())

async function importFile(file: string): Promise<void> {
  const form = new FormData()
  form.set('file', new File([readFileSync(new URL(file, samples))], file))
  const { body } = await portal.call('POST', '/api/import/csv', { as: admin, form })
  await portal.call('POST', '/api/import/csv/confirm', { as: admin, body: { importId: body.importId } })
}

/** Every case gets one of several courses, so that every column of the report has something to count. */
async function giveThemACourse(): Promise<void> {
  const courses = [
    {
      unterlagen: true,
      gutachten: true,
      gutachtenTyp: 'alternative',
      therapieaenderung: 'ja',
      taUnterversorgung: true,
      taUebertherapie: true,
    },
    {
      unterlagen: true,
      gutachten: true,
      gutachtenTyp: 'bestaetigung',
      therapieaenderung: 'nein',
      icd: 'C50.1, C79.5',
    },
    { ablehnung: true, icd: 'C50.1' },
    { abbruch: true },
    {},
    { unterlagen: true, gutachten: true, icd: 'C20' },
    { gutachten: true, gutachtenTyp: 'alternative', therapieaenderung: 'ja', taDiagnosekorrektur: true },
  ]
  const { docs } = await portal.payload.find({
    collection: 'cases',
    pagination: false,
    sort: 'fallId',
    depth: 0,
  })
  for (const [index, { id }] of docs.entries()) {
    const data = courses[index % courses.length] as object
    await portal.payload.update({ collection: 'cases', id, data })
  }
}

/** A plain computation over the rows, as somebody would do it by hand. */
function count(wanted: (found: Case) => boolean, from: Case[]): number {
  return from.filter(wanted).length
}

const figures: ((found: Case) => boolean)[] = [
  () => true,
  (found) => found.unterlagen,
  (found) => found.ablehnung,
  (found) => !found.unterlagen && !found.ablehnung && !found.abbruch,
  (found) => found.gutachten,
]

const upTo = (jahr: number, kw: number) => cases.filter((found) => found.jahr === jahr && found.kw <= kw)
const inWeek = (jahr: number, kw: number) => cases.filter((found) => found.jahr === jahr && found.kw === kw)

function expectedSheets(jahr: number, kw: number): unknown[][][] {
  const all = upTo(jahr, kw)
  const before = upTo(jahr - 1, kw)
  const weeks = Array.from({ length: kw }, (_, index) => index + 1)
  const names = ['Erstberatungen', 'Unterlagen', 'Ablehnung', 'Keine Rückmeldung', 'Gutachten']
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  const ofGroup = (group: string, from: Case[]) => from.filter((found) => found.fallgruppe === group)
  const table = (row: (from: Case[]) => unknown[]) => [
    ...weeks.map((week) => [week, ...row(inWeek(jahr, week))]),
    ['Gesamt', ...row(all)],
  ]
  const fach = (from: Case[]) =>
    groups.flatMap((group) => {
      const own = ofGroup(group, from)
      return [
        own.length,
        count((c) => c.gutachten, own),
        count((c) => (!c.unterlagen && !c.ablehnung && !c.abbruch) || c.ablehnung, own),
      ]
    })
  const opinions = (from: Case[]) => [
    count((c) => c.gutachten, from),
    count((c) => c.gutachtenTyp === 'alternative', from),
    count((c) => c.gutachtenTyp === 'bestaetigung', from),
  ]
  const therapy = (from: Case[]) => [
    count((c) => c.gutachten, from),
    count((c) => c.therapieaenderung === 'ja', from),
    count((c) => c.therapieaenderung === 'nein', from),
    count((c) => c.taDiagnosekorrektur, from),
    count((c) => c.taUnterversorgung, from),
    count((c) => c.taUebertherapie, from),
  ]
  const codes = new Map<string, number>()
  for (const found of ofGroup('onko', all)) {
    for (const code of new Set<string>((found.icd ?? '').split(', ').filter(Boolean)))
      codes.set(code, (codes.get(code) ?? 0) + 1)
  }
  const icd = [...codes].sort(([left], [right]) => (left < right ? -1 : 1))
  return [
    [
      ...names.map((name, index) => {
        const now = count(figures[index] as never, all)
        const then = count(figures[index] as never, before)
        return [
          name,
          now,
          share(now, all.length),
          then,
          share(then, before.length),
          then === 0 ? '–' : now / then - 1,
        ]
      }),
      ...table((from) => figures.map((figure) => count(figure, from))),
      ['in %', ...figures.map((figure) => share(count(figure, all), all.length))],
    ],
    table(fach),
    table((from) => [...opinions(from), ...groups.flatMap((group) => opinions(ofGroup(group, from)))]),
    table(therapy),
    [...icd, ['Gesamt', icd.reduce((sum, [, times]) => sum + times, 0)]],
  ]
}

/** The counted cells of the five sheets: sheet 1 rows 3–7 and from 11 on, sheets 2–4 from row 5, sheet 5 from row 2. */
function countedCells(sheets: unknown[][][]): unknown[][][] {
  return sheets.map((rows, index) => {
    if (index === 0) return [...rows.slice(2, 7), ...rows.slice(10)]
    return rows.slice(index === 4 ? 1 : 4)
  })
}

describe.each([
  [2026, 5],
  [2026, 7],
  [2026, 1],
  [2025, 52],
  [2026, 53],
])('the report of %i KW %i', (jahr, kw) => {
  test('has in every cell what a plain computation over the rows gives', async () => {
    const { body } = await portal.call('GET', `/api/reports/weekly/${jahr}/${kw}`, { as: staff })
    expect(countedCells(body.sheets.map((sheet: { rows: unknown[][] }) => sheet.rows))).toEqual(
      expectedSheets(jahr, kw),
    )
  })

  test('has a cube whose cells sum to the number of cases', async () => {
    const { body } = await portal.call('GET', `/api/reports/weekly/${jahr}/${kw}`, { as: staff })
    const sum = body.cube.reduce(
      (total: number, cell: { erstberatungen: number }) => total + cell.erstberatungen,
      0,
    )
    expect(sum).toBe(upTo(jahr, kw).length)
  })
})

test('the workbook holds the same cells as the JSON, with percent cells as numbers', async () => {
  const { body: report, status } = await generate({ jahr: 2026, kw: 5 })
  expect(status).toBe(201)
  expect(report).toMatchObject({ jahr: 2026, kw: 5, filename: 'Berichtswesen_2026_KW05.xlsx' })
  const { body: bytes, headers } = await portal.call('GET', report.downloadUrl, { as: staff })
  expect(headers.get('content-disposition')).toContain('filename="Berichtswesen_2026_KW05.xlsx"')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes)
  const { body: weekly } = await portal.call('GET', '/api/reports/weekly/2026/5', { as: staff })
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(
    weekly.sheets.map((sheet: { title: string }) => sheet.title),
  )
  for (const { title, rows } of weekly.sheets) {
    const sheet = workbook.getWorksheet(title)
    for (const [row, cells] of rows.entries()) {
      for (const [column, value] of cells.entries()) {
        const cell = sheet?.getCell(row + 1, column + 1)
        const isMergedAway = cell?.isMerged && cell.master !== cell
        if (!isMergedAway) expect(cell?.value ?? null).toEqual(value)
      }
    }
  }
  expect(workbook.getWorksheet('Auswertung KW gesamt')?.getCell('C4').numFmt).toBe('0.0%')
})

describe('a week generated again', () => {
  const listed = async () =>
    (await portal.call('GET', '/api/reports/list?jahr=2026&kw=6', { as: staff })).body.docs
  const remove = (id: string, as = admin) => portal.call('DELETE', `/api/reports/${id}`, { as })
  let versions: Answer['body'][]

  beforeEach(async () => {
    await portal.payload.delete({ collection: 'reports', where: { kw: { equals: 6 } } })
    versions = []
    for (let round = 0; round < 3; round += 1) versions.push((await generate({ jahr: 2026, kw: 6 })).body)
  })

  test('has its latest report in the list, and with it the earlier ones, which everyone downloads', async () => {
    const [first, second, third] = versions.map(({ id }) => id)
    const [current, ...others] = await listed()
    expect(others).toEqual([])
    expect(current).toMatchObject({ id: third, version: 3, generatedBy: 'admin' })
    expect(current.earlier).toEqual([
      expect.objectContaining({ id: second, version: 2, generatedBy: 'admin' }),
      expect.objectContaining({ id: first, version: 1, generatedBy: 'admin' }),
    ])
    for (const { downloadUrl, filename } of [current, ...current.earlier]) {
      const { status, headers } = await portal.call('GET', downloadUrl, { as: staff })
      expect(status).toBe(200)
      expect(headers.get('content-disposition')).toContain(filename)
    }
  })

  test('has the version before as its report when an admin deletes the latest', async () => {
    const [first, second, third] = versions.map(({ id }) => id)
    expect((await remove(third)).status).toBe(200)
    expect(await listed()).toEqual([
      expect.objectContaining({ id: second, earlier: [expect.objectContaining({ id: first })] }),
    ])
    expect((await portal.call('GET', `/api/reports/download/${third}`, { as: staff })).status).toBe(404)
  })

  test('keeps its report when an admin deletes an earlier version', async () => {
    const [first, second, third] = versions.map(({ id }) => id)
    expect((await remove(second)).status).toBe(200)
    expect(await listed()).toEqual([
      expect.objectContaining({ id: third, earlier: [expect.objectContaining({ id: first })] }),
    ])
    expect((await generate({ jahr: 2026, kw: 6 })).status).toBe(201)
    expect((await listed())[0]).toMatchObject({ version: 4 })
  })

  test('leaves the list when the last version is deleted', async () => {
    for (const { id } of versions) await remove(id)
    expect(await listed()).toEqual([])
  })

  test('has on the disk the files of its versions, and no others once jobs have run', async () => {
    const onDisk = () => readdirSync(join(process.env.DATA_DIR ?? '', 'reports')).sort()
    const stored = async () => {
      const { docs } = await portal.payload.find({ collection: 'reports', pagination: false, depth: 0 })
      return docs.map(({ filename }) => filename).sort()
    }
    const [, second, third] = versions.map(({ id }) => id)
    expect((await remove(third, staff)).status).toBe(403)
    expect((await remove(second)).status).toBe(200)
    await portal.runJobs()
    expect(onDisk()).toEqual(await stored())
  })

  test('leaves with each deletion who deleted what in the audit log', async () => {
    const [, , third] = versions.map(({ id }) => id)
    await remove(third)
    const { docs } = await portal.payload.find({
      collection: 'audit-log',
      where: { and: [{ entityId: { equals: third } }, { action: { equals: 'delete' } }] },
      depth: 0,
    })
    expect(docs).toEqual([
      expect.objectContaining({
        user: admin.user.id,
        entityType: 'reports',
        changes: [
          { field: 'jahr', old: 2026, new: null },
          { field: 'kw', old: 6, new: null },
          { field: 'version', old: 3, new: null },
        ],
      }),
    ])
  })

  test('stays as it is when DAK staff or strangers try to delete', async () => {
    const [, , third] = versions.map(({ id }) => id)
    expect((await remove(third, staff)).status).toBe(403)
    expect((await portal.call('DELETE', `/api/reports/${third}`)).status).toBe(401)
    expect((await portal.call('GET', `/api/reports/download/${third}`)).status).toBe(401)
    expect((await listed())[0]).toMatchObject({ id: third })
  })
})

test('the preview says what the year before was counted from', async () => {
  const { body } = await portal.call('GET', '/api/reports/weekly/2026/53', { as: staff })
  expect(body.vorjahr).toEqual({ jahr: 2025, quelle: 'live', wocheOhnePartner: 53 })
  const { body: empty } = await portal.call('GET', '/api/reports/weekly/2019/2', { as: staff })
  expect(empty.vorjahr).toEqual({ jahr: 2018, quelle: 'none', wocheOhnePartner: null })
  expect(empty.sheets[0].rows.slice(10)).toEqual([
    [1, 0, 0, 0, 0, 0],
    [2, 0, 0, 0, 0, 0],
    ['Gesamt', 0, 0, 0, 0, 0],
    ['in %', 0, 0, 0, 0, 0],
  ])
})

test('two reports of a week generated at once are two versions, one of them current', async () => {
  const made = await Promise.all([generate({ jahr: 2026, kw: 7 }), generate({ jahr: 2026, kw: 7 })])
  expect(made.map((answer) => answer.status)).toEqual([201, 201])
  const { body } = await portal.call('GET', '/api/reports/list?jahr=2026&kw=7', { as: staff })
  expect(body.totalDocs).toBe(1)
})

test('a week the year has not is 422 and says so', async () => {
  const answer = await portal.call('GET', '/api/reports/weekly/2025/53', { as: staff })
  expect(answer.status).toBe(422)
  expect(answer.body.errors[0]).toMatchObject({
    code: 'noSuchWeek',
    message: expect.stringContaining('KW 52'),
  })
  expect((await generate({ jahr: 2025, kw: 53 })).status).toBe(422)
})

test('DAK staff see and download reports and generate none', async () => {
  const answer = await portal.call('POST', '/api/reports/generate', {
    as: staff,
    body: { jahr: 2026, kw: 5 },
  })
  expect(answer.status).toBe(403)
})

test('the dashboard shows the same numbers as the report', async () => {
  const { body } = await portal.call('GET', '/api/reports/dashboard?jahr=2026', { as: staff })
  const all = cases.filter((found) => found.jahr === 2026)
  expect(body).toMatchObject({ jahr: 2026, bisKw: 7 })
  expect(body.kpis).toMatchObject({
    erstberatungen: all.length,
    gutachten: count((found) => found.gutachten, all),
    pendingIcd: count((found) => !found.icd, cases),
    pendingCoding: count((found) => found.gutachten && !found.gutachtenTyp, cases),
  })
  expect(body.weekly.map((row: { erstberatungen: number }) => row.erstberatungen)).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((kw) => inWeek(2026, kw).length),
  )
  expect(body.fallgruppen.map((row: { anzahl: number }) => row.anzahl)).toEqual(
    groups.map((group) => count((found) => found.fallgruppe === group, all)),
  )
  expect(body.vorjahr).toMatchObject({ jahr: 2025, quelle: 'none' })
})

test('imported summaries of the year before are compared when they have more', async () => {
  await portal.payload.create({
    collection: 'yearly-summaries',
    data: { jahr: 2025, kw: 3, erstberatungen: 50, gutachten: 20, unterlagen: 30 } as never,
  })
  const { body } = await portal.call('GET', '/api/reports/dashboard?jahr=2026', { as: staff })
  expect(body.vorjahr.quelle).toBe('import')
  expect(body.vorjahr.rows[0]).toMatchObject({ kennzahl: 'erstberatungen', vorjahr: 50 })
})

function generate(week: { jahr: number; kw: number }) {
  return portal.call('POST', '/api/reports/generate', { as: admin, body: week })
}
