import { describe, expect, test } from 'vitest'
import { fallgruppeKeys, fallgruppen } from '../../cases/caseFields'
import { planWeekRows } from '../planWeekRows'
import type { Workbook, WorkbookCell } from '../workbook/workbook'
import { countedSheets, icdSheetTitle } from './berichtswesenLayout'
import { parseBerichtswesen } from './parseBerichtswesen'

type Rows = WorkbookCell[][]

const [gesamt, fachgebiete, gutachten, therapie] = countedSheets.map(({ title }) => title) as [
  string,
  string,
  string,
  string,
]
const over3 = (heading: string) => [heading, null, null]
const groupNames = fallgruppeKeys.map((key) => fallgruppen[key].de)
const opinions = ['Gutachten', 'Alternative', 'Bestätigung']
const perGroup = ['Anzahl', 'Gutachten', 'Keine RM/Ablehnung']

/** A report of some weeks: each has two onko cases, one of them with an opinion, and the other was refused. */
function report(weeks: readonly WorkbookCell[] = [1, 2], jahr: WorkbookCell = 2024): Record<string, Rows> {
  const zeros = (count: number) => Array.from({ length: count }, () => 0)
  const times = (row: number[]) => row.map((count) => count * weeks.length)
  const [one, two, three, four] = [
    [2, 1, 1, 0, 1],
    [2, 1, 1, ...zeros(12)],
    [1, 1, 0, 1, 1, 0, ...zeros(12)],
    [1, 1, 0, 1, 0, 0],
  ] as [number[], number[], number[], number[]]
  const body = (row: number[]): Rows => [...weeks.map((week) => [week, ...row]), ['Gesamt', ...times(row)]]
  return {
    [gesamt]: [
      ['Gesamtübersicht'],
      [null, jahr, '%', 2023, '%', 'Veränderung'],
      ['Erstberatungen', 2000, 1, 1990, 1, 0.1],
      ['KW', 'Erstberatungen', 'Unterlagen', 'Ablehnung', 'Keine Rückmeldung', 'Gutachten'],
      ...body(one),
      ['in %', 1, 0.5, 0.5, 0, 0.5],
    ],
    [fachgebiete]: [
      [fachgebiete],
      [null, ...groupNames.flatMap(over3)],
      ['KW', ...groupNames.flatMap(() => perGroup)],
      ...body(two),
    ],
    [gutachten]: [
      [gutachten],
      [null, ...['Gesamt', ...groupNames].flatMap(over3)],
      ['KW', ...['Gesamt', ...groupNames].flatMap(() => opinions)],
      ...body(three),
    ],
    [therapie]: [
      [therapie],
      ['KW', 'Gutachten', 'TA Ja', 'TA Nein', 'Diagnosekorrektur', 'Unterversorgung', 'Übertherapie'],
      ...body(four),
    ],
    [icdSheetTitle]: [
      ['ICD', 'Anzahl'],
      ['Gesamt', 0],
    ],
  }
}

const workbookOf = (sheets: Record<string, Rows>): Workbook => ({
  sheets: Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((cells, index) => ({ row: index + 1, cells })),
  })),
  sheetNames: Object.keys(sheets),
  is1904: false,
})

const parse = (sheets: Record<string, Rows>, filename = 'Berichtswesen.xlsx') =>
  parseBerichtswesen({ workbook: workbookOf(sheets), filename })

function rowsOf(sheets: Record<string, Rows>, filename?: string) {
  const file = parse(sheets, filename)
  if (!file.ok) throw new Error(JSON.stringify(file.failure))
  return file.rows
}

/** The same report with one cell changed; row and column as a person counts them. */
function changed(
  place: [sheet: string, row: number, column: number],
  value: WorkbookCell,
  sheets = report(),
) {
  const [sheet, row, column] = place
  const cells = sheets[sheet]?.[row - 1]
  if (!cells) throw new Error('no such row')
  cells[column - 1] = value
  return sheets
}

const problemsOf = (sheets: Record<string, Rows>) =>
  planWeekRows({
    rows: rowsOf(sheets),
    corrections: new Map(),
    decisions: new Map(),
    existing: [],
  }).items.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem })))

const errorsOf = (sheets: Record<string, Rows>) => problemsOf(sheets).filter(({ level }) => level === 'error')

describe('what is read', () => {
  test('the weeks between the titles and Gesamt, with the year', () => {
    const rows = rowsOf(report())
    expect(rows.map(({ row, sheet, data }) => [row, sheet, data.jahr, data.kw])).toEqual([
      [5, gesamt, 2024, 1],
      [6, gesamt, 2024, 2],
    ])
    expect(rows[0]?.data).toMatchObject({
      erstberatungen: 2,
      onkoAnzahl: 2,
      onkoKeineRueckmeldungAblehnung: 1,
      onkoAlternative: 1,
      sdBestaetigung: 0,
      taDiagnosekorrektur: 1,
    })
    expect(problemsOf(report())).toEqual([])
  })

  test('numbers that are texts, and weeks written out', () => {
    const sheets = changed([gesamt, 5, 1], 'KW 01', changed([gesamt, 5, 2], ' 1.234 '))
    expect(rowsOf(sheets)[0]?.data).toMatchObject({ kw: 1, erstberatungen: 1234 })
  })

  test('week 53 of a year that has it', () => {
    expect(rowsOf(report([52, 53], 2020)).map(({ data }) => data.kw)).toEqual([52, 53])
  })

  test('columns in another order and under other titles', () => {
    const sheets = report()
    for (const row of sheets[gesamt] ?? []) row.splice(1, 5, ...row.slice(1, 6).reverse())
    sheets[gesamt]?.[1]?.splice(1, 1, 2024)
    changed([gesamt, 4, 4], 'ABLEHNUNGEN', sheets)
    expect(rowsOf(sheets)[0]?.data).toMatchObject({
      erstberatungen: 2,
      unterlagen: 1,
      ablehnungen: 1,
      gutachten: 1,
    })
  })

  test('groups without headings in their usual order', () => {
    const sheets = report()
    sheets[fachgebiete]?.splice(1, 1, [])
    expect(rowsOf(sheets)[0]?.data).toMatchObject({ onkoAnzahl: 2, onkoGutachten: 1, sdAnzahl: 0 })
  })

  test('a renamed sheet by its place and its columns', () => {
    const renamed = Object.fromEntries(
      Object.entries(report()).map(([name, rows], index) => [index === 2 ? 'Tabelle3' : name, rows]),
    )
    expect(rowsOf(renamed)[0]?.data).toMatchObject({ gutachtenAlternative: 1 })
  })

  test('no week whose counts are empty on every sheet', () => {
    const sheets = report()
    for (const [name, at] of [
      [gesamt, 6],
      [fachgebiete, 5],
      [gutachten, 5],
      [therapie, 4],
    ] as const)
      sheets[name]?.splice(at, 0, [3])
    expect(rowsOf(sheets)).toHaveLength(2)
  })
})

describe('the year', () => {
  test.each<[string, WorkbookCell, string, number]>([
    ['as a number', 2023, 'x_2021.xlsx', 2023],
    ['as text', 'Jahr 2022', 'x.xlsx', 2022],
    ['from the file’s name where B2 is empty', null, 'Berichtswesen_2021_KW52.xlsx', 2021],
  ])('%s', (_, cell, filename, jahr) => {
    expect(rowsOf(report([1], cell), filename)[0]?.data.jahr).toBe(jahr)
  })

  test('from the title before the file’s name', () => {
    const sheets = changed([gesamt, 1, 1], 'Gesamtübersicht 2019', report([1], null))
    expect(rowsOf(sheets, 'a_2021.xlsx')[0]?.data.jahr).toBe(2019)
  })

  test('is asked for where it is nowhere', () => {
    const file = parse(report([1], null))
    expect(file).toMatchObject({
      ok: false,
      failure: { status: 422, code: 'missingYear', params: { sheet: gesamt } },
    })
  })
})

describe('a row in error', () => {
  test.each<[string, WorkbookCell, string, string | null]>([
    ['a text', 'zwei', 'invalidCount', 'zwei'],
    ['a negative number', -1, 'invalidCount', '-1'],
    ['half a case', 1.5, 'invalidCount', '1.5'],
    ['an error of a formula', { error: '#REF!' }, 'invalidCount', '#REF!'],
    ['yes', true, 'invalidCount', 'WAHR'],
    ['nothing', null, 'missingCount', null],
  ])('has %s for a count', (_, cell, code, value) => {
    expect(problemsOf(changed([gutachten, 5, 6], cell))).toEqual([
      { row: 6, level: 'error', code, field: 'onkoAlternative', value, params: { sheet: gutachten, row: 5 } },
    ])
  })

  test('has a week that its year does not have', () => {
    expect(errorsOf(report([52, 53]))[0]).toMatchObject({
      row: 6,
      code: 'unknownWeek',
      value: '53',
      params: { sheet: gesamt, row: 6, jahr: 2024, lastKw: 52 },
    })
    expect(errorsOf(changed([gesamt, 6, 1], 'zwei'))).toContainEqual(
      expect.objectContaining({ row: 6, code: 'unknownWeek', value: 'zwei' }),
    )
  })

  test('has a week that was there before', () => {
    expect(errorsOf(report([1, 2, 2])).map(({ row, code, params }) => [row, code, params])).toEqual([
      [7, 'repeatedWeek', { sheet: gesamt, row: 7, firstRow: 6 }],
      [6, 'repeatedWeek', { sheet: fachgebiete, row: 6, firstRow: 5 }],
      [6, 'repeatedWeek', { sheet: gutachten, row: 6, firstRow: 5 }],
      [5, 'repeatedWeek', { sheet: therapie, row: 5, firstRow: 4 }],
    ])
  })

  test('lacks its week on another sheet, or on the first', () => {
    const sheets = report()
    sheets[therapie]?.splice(3, 1)
    const problem = { level: 'error', code: 'missingWeek', field: 'kw', value: '2' }
    expect(errorsOf(sheets)).toEqual([{ row: 6, ...problem, params: { sheet: therapie } }])
    const others = report()
    others[gesamt]?.splice(5, 1)
    const params = { sheet: gesamt }
    expect(errorsOf(others)).toEqual([5, 5, 4].map((row) => ({ row, ...problem, params })))
  })
})

describe('a warning', () => {
  test('where the groups do not add up, and where Gesamt is not the sum of the weeks', () => {
    const problem = { level: 'warning', field: 'erstberatungen' }
    expect(problemsOf(changed([gesamt, 5, 2], 3))).toEqual([
      { row: 5, ...problem, code: 'differentSum', value: '3', params: { sum: 2 } },
      { row: 6, ...problem, code: 'differentTotal', value: '4', params: { sheet: gesamt, sum: 5 } },
    ])
  })

  test('where Gutachten differ between sheets 1, 3 and 4; the first counts', () => {
    const sheets = changed([therapie, 3, 2], 2)
    const params = { sheet: therapie, row: 3, taken: 1, takenFrom: gesamt }
    const problem = { level: 'warning', code: 'differentCount', field: 'gutachten', value: '2' }
    expect(problemsOf(sheets)[0]).toEqual({ row: 5, ...problem, params })
    expect(rowsOf(sheets)[0]?.data.gutachten).toBe(1)
  })
})

describe('a file is refused', () => {
  test('without one of its sheets, by name', () => {
    for (const missing of [...countedSheets.map(({ title }) => title), icdSheetTitle]) {
      const { [missing]: _, ...others } = report()
      expect(parse(others)).toMatchObject({
        ok: false,
        failure: { status: 422, code: 'missingSheets', params: { sheets: missing } },
      })
    }
  })

  test('without a column, by sheet, group and title', () => {
    expect(parse(changed([gutachten, 3, 6], 'Anderes'))).toMatchObject({
      ok: false,
      failure: {
        status: 422,
        code: 'missingSheetColumns',
        params: { sheet: gutachten, columns: 'Onkologie: Alternative' },
      },
    })
    expect(parse(changed([therapie, 2, 1], 'Woche'))).toMatchObject({
      failure: { params: { columns: expect.stringMatching(/^KW, Gutachten, TA Ja/) } },
    })
  })

  test('without a week', () => {
    expect(parse(report([]))).toMatchObject({ ok: false, failure: { code: 'emptyFile' } })
  })
})
