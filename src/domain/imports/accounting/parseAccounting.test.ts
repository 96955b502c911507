import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../calendar/calendarDate'
import type { WorkbookCell } from '../workbook/workbook'
import { parseAccounting } from './parseAccounting'

const today = '2026-11-23' as CalendarDate
const titles = ['Lfd. Nr.', 'KW', 'Datum', 'Nachname', 'Fallgruppe']

type Options = { name?: string; is1904?: boolean; more?: string[] }

function parse(rows: WorkbookCell[][], { name = '2026', is1904 = false }: Options = {}) {
  const sheet = { name, rows: rows.map((cells, index) => ({ row: index + 1, cells })) }
  return parseAccounting({ workbook: { sheets: [sheet], sheetNames: [name], is1904 }, today })
}

/** The first row of data below the titles, with a column more where asked for. */
function rowOf(cells: WorkbookCell[], { more = [], ...options }: Options = {}) {
  const parsed = parse([[...titles, ...more], cells], options)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure))
  const [row] = parsed.rows
  if (!row) throw new Error('no row')
  return row
}

const problemsOf = (row: ReturnType<typeof rowOf>) =>
  row.problems.map(({ level, code, field, value }) => [level, code, field, value])

describe('days', () => {
  test.each<[string, WorkbookCell, string | undefined]>([
    ['a day', { day: '2026-02-02' as CalendarDate }, '2026-02-02'],
    ['a serial number', 46055, '2026-02-02'],
    ['a serial number with a time', 46055.35, '2026-02-02'],
    ['German text', '2.2.26', '2026-02-02'],
    ['a year that somebody typed', 2026, undefined],
    ['29 February 1900', 60, undefined],
    ['a negative number', -3, undefined],
    ['a formula in error', { error: '#WERT!' }, undefined],
  ])('%s', (_, cell, day) => {
    const row = rowOf([1, 6, cell, 'Tonn', 'onko'])
    expect(row.data.datum).toBe(day)
    expect(row.problems.some(({ level, field }) => level === 'error' && field === 'datum')).toBe(
      day === undefined,
    )
  })

  test('in a workbook that counts from 1904 the same number is four years later', () => {
    expect(rowOf([1, 6, 44593, 'Tonn', 'onko'], { is1904: true }).data.datum).toBe('2026-02-02')
  })

  test('an empty day is the Monday of the week, of the sheet or of the row', () => {
    expect(rowOf([1, 'KW 6', null, 'Tonn', 'onko']).data.datum).toBe('2026-02-02')
    const more = ['Jahr']
    const row = rowOf([1, 53, '', 'Tonn', 'onko', 2020], { more, name: '2020-2022' })
    expect(row.data.datum).toBe('2020-12-28')
    expect(problemsOf(row)).toEqual([['warning', 'dateFromWeek', 'datum', 'KW 53']])
  })

  test.each([53, 0, 'x', null])('without a real week (%j in 2025) the row is in error', (kw) => {
    const row = rowOf([1, kw, null, 'Tonn', 'onko'], { name: '2025' })
    expect(problemsOf(row)).toEqual([['error', 'required', 'datum', null]])
  })

  test('a day in the future is a warning', () => {
    expect(problemsOf(rowOf([1, 48, '24.11.2026', 'Tonn', 'onko']))).toEqual([
      ['warning', 'dateInFuture', 'datum', '24.11.2026'],
    ])
  })
})

test('yes and no come as words, letters, numbers, crosses and truth values', () => {
  const more = ['Gutachten', 'Therapieänderung']
  for (const cell of ['Ja', 'J', 'x', 'X', 1, true, 'WAHR']) {
    expect(rowOf([1, 6, 46055, 'T', 'onko', cell, cell], { more }).data).toMatchObject({
      gutachten: true,
      therapieaenderung: 'ja',
    })
  }
  for (const cell of ['Nein', 'n', 0, false, 'FALSCH']) {
    expect(rowOf([1, 6, 46055, 'T', 'onko', cell, cell], { more }).data).toMatchObject({
      gutachten: false,
      therapieaenderung: 'nein',
    })
  }
})

test('what an optional cell holds is kept in the remark when it cannot be read', () => {
  const more = ['KVNR', 'E-Mail', 'Bemerkung', 'PLZ']
  const row = rowOf([1, 6, 46055, 'T', 'onko', 'K12', 'siehe Akte', 'Eilfall', 1067], { more })
  expect(row.data).toMatchObject({
    bemerkung: 'Eilfall\nKVNR laut Datei: K12\nE-Mail laut Datei: siehe Akte',
    plz: '01067',
  })
  expect(row.data.kvnr).toBeUndefined()
  expect(row.problems.map(({ level, field }) => [level, field])).toEqual([
    ['warning', 'kvnr'],
    ['warning', 'email'],
  ])
})

test('an invalid code names the cell, its words the code', () => {
  const row = rowOf([1, 6, 46055, 'T', 'onko', 'C50.1; n.n.'], { more: ['ICD-10'] })
  expect(row.problems).toMatchObject([
    { code: 'invalidIcd', value: 'C50.1; n.n.', params: { value: 'n.n.', position: 2 } },
  ])
})

test('titles are found in the second row, with breaks and blanks, and by place where they are missing', () => {
  const parsed = parse([
    ['Angaben', null, 'Fall'],
    ['Lfd.\nNr.', ' kw ', 'DATUM', '', 'Nach-\nname', 'Vorname', '', '', '', 'Fallgruppe'],
    [1, 6, 46055, 'Frau', 'Tonn', 'Regina', '28.04.1960', 'A123456780', 'DAK', 'Kardiologie'],
  ])
  if (!parsed.ok) throw new Error(parsed.failure.code)
  expect(parsed.rows[0]).toMatchObject({
    row: 3,
    data: {
      anrede: 'Frau',
      nachname: 'Tonn',
      geburtsdatum: '1960-04-28',
      kvnr: 'A123456780',
      fallgruppe: 'kardio',
    },
    problems: [],
  })
})

test('rows with nothing, or nothing but a running number, are no rows', () => {
  const parsed = parse([titles, [7], [null, ' '], [8, 6, 46055, 'Tonn', 'onko'], [9, '', '', '', '']])
  expect(parsed.ok ? parsed.rows.map(({ row }) => row) : null).toEqual([4])
})

test('an escaped formula comes back as the text it was', () => {
  expect(rowOf([1, 6, 46055, "'=Tonn", 'onko']).data.nachname).toBe('=Tonn')
})
