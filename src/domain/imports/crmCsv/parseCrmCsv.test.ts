import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../calendar/calendarDate'
import { languages } from '../../language'
import { withoutPause } from '../../withoutPause'
import { countItems } from '../countItems'
import { draftRows } from '../draftRows'
import { describeFileFailure } from '../fileFailure'
import { planDrafts } from '../planDrafts'
import type { Decision, SourceRow } from '../planItem'
import { parseCrmCsv } from './parseCrmCsv'

const samples = new URL('../../../../tests/fixtures/samples/', import.meta.url)
const { crm } = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8'))
const today = '2026-11-23' as CalendarDate
const context = { today, now: '2026-11-23T10:00:00.000Z', actor: 'me' }
const header = 'Hauptkontakt,Erstellungsdatum,Modul,Thema,Name'

const parse = (text: string | Uint8Array) =>
  withoutPause(
    parseCrmCsv({ bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text, today }),
  )

function rowsOf(text: string | Uint8Array): SourceRow[] {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(parsed.failure.code)
  return parsed.rows
}

function plan(
  rows: SourceRow[],
  decisions: Record<string, Decision> = {},
  corrections: Record<string, Record<string, unknown>> = {},
) {
  const drafts = draftRows({ rows, corrections: new Map(Object.entries(corrections)), ...context })
  return planDrafts({
    drafts,
    existing: [],
    takenFallIds: [],
    decisions: new Map(Object.entries(decisions)),
    limits: { kvnrDays: 90, minScore: 80 },
    ...context,
  })
}

describe('the samples, each into an empty database', () => {
  for (const [file, want] of Object.entries<any>(crm)) {
    test(`${file} is planned row by row as expected`, () => {
      const { items } = plan(rowsOf(readFileSync(new URL(file, samples))))
      expect(countItems(items)).toEqual(want.alone)
      for (const [index, row] of want.rows.entries())
        expect(shown(items[index], row)).toEqual(expectedOf(row))
    })
  }

  function expectedOf({ line, bemerkungContains, problems = [], duplicateOf, ...row }: any) {
    const duplicate = duplicateOf && {
      row: duplicateOf.row,
      certainty: duplicateOf.certainty,
      reasons: expect.arrayContaining([duplicateOf.reason]),
    }
    return { ...row, problems, duplicateOf: duplicate ?? null }
  }

  function shown(item: any, row: any) {
    const { line, bemerkungContains, problems, action, duplicateOf, row: number, ...fields } = row
    const duplicate = item.duplicateOf
    return {
      ...Object.fromEntries(Object.keys(fields).map((field) => [field, item.data[field] ?? null])),
      row: item.row,
      action: item.action,
      problems: item.problems.map(({ level, field, value }: any) => ({ level, field, value })),
      duplicateOf: duplicate && {
        row: duplicate.row,
        certainty: duplicate.certainty,
        reasons: duplicate.reasons,
      },
    }
  }
})

const line = (contact: string, name: string, created = '"02.02.26, 08:50"') =>
  `${contact},${created},Zweitmeinung Onkologie,,${name}`

test('separators, line ends and encodings come to the same rows', () => {
  const csv = [header, line('Özdemir | Ayşe | 28.04.1960 |', 'T-1')].join('\n')
  const same = rowsOf(csv)
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(new Uint16Array([...csv].map((c) => c.charCodeAt(0))).buffer),
  ])
  expect(rowsOf(`\ufeff${csv}`)).toEqual(same)
  expect(rowsOf(csv.replaceAll('\n', '\r\n'))).toEqual(same)
  expect(rowsOf(csv.replaceAll('\n', '\r'))).toEqual(same)
  expect(rowsOf(utf16)).toEqual(same)
  const semicolons = csv.replace('"02.02.26, 08:50"', '02.02.26, 08:50').replaceAll(/,(?! )/g, ';')
  expect(rowsOf(semicolons)).toEqual(same)
  const windows = Uint8Array.from(
    [...header, '\n', ...line('M\u00fcller |', 'T-2')].map((c) => c.charCodeAt(0)),
  )
  expect(rowsOf(windows)[0]?.data.nachname).toBe('Müller')
})

test('quoted line breaks, separators and quotes belong to the cell; blank lines are no rows', () => {
  const rows = rowsOf(
    `${header}\n\n,,,,\n${line('"Tonn\n| Regina"', '"a ""b"", c"')}\n  \n${line('Zwei', 'T-2')}\n\n`,
  )
  expect(rows.map(({ row, data }) => [row, data.nachname, data.vorname, data.crmTicketId])).toEqual([
    [2, 'Tonn', 'Regina', 'a "b", c'],
    [3, 'Zwei', undefined, 'T-2'],
  ])
})

test.each([
  ['', 'emptyFile'],
  [' \n \n', 'emptyFile'],
  ['Name,Modul\na,b', 'missingColumns'],
  ['{"a": 1}', 'notCsv'],
  ['<!doctype html><p>', 'notCsv'],
  ['%PDF-1.7', 'notCsv'],
  ['PK\u0003\u0004xl/workbook', 'notCsv'],
  ['nur ein Satz', 'notCsv'],
  ['a\u0000b', 'notCsv'],
  [`${header}\n"Tonn,nie geschlossen\nund weiter`, 'unclosedQuote'],
])('%j is refused whole as %s, in words', (text, code) => {
  const parsed = parse(text)
  expect(parsed.ok ? 'read' : parsed.failure.code).toBe(code)
  if (!parsed.ok) {
    for (const language of languages) {
      expect(describeFileFailure({ failure: parsed.failure, language })).not.toMatch(/\{|undefined/)
    }
  }
})

test('missing columns are named, all of them', () => {
  const parsed = parse('Hauptkontakt;Thema\na;b')
  expect(parsed.ok ? null : parsed.failure.params.columns).toBe('Erstellungsdatum, Modul, Name')
})

test('more than 200,000 rows are too many', () => {
  const parsed = parse(`${header}\n${'a,b,c,d,e\n'.repeat(200_001)}`)
  expect(parsed.ok ? null : parsed.failure.status).toBe(413)
})

test('a day of creation in the future is a warning, a missing one an error, never today', () => {
  const [future, missing] = rowsOf([header, line('A', '1', '24.11.26'), line('B', '2', '')].join('\n'))
  expect(future).toMatchObject({
    data: { datum: '2026-11-24' },
    problems: [{ level: 'warning', code: 'dateInFuture' }],
  })
  expect(missing).toMatchObject({ problems: [{ level: 'error', code: 'required', field: 'datum' }] })
  expect(missing?.data.datum).toBeUndefined()
})

describe('corrections and decisions', () => {
  const rows = rowsOf(
    [
      header,
      line('Tonn |', 'T-1', 'tba'),
      'Heide |,02.02.26,Zweitmeinung Knie,,T-2',
      line('Berg |', 'T-3'),
      line('Berg | Ute', 'T-3'),
    ].join('\n'),
  )

  test('a corrected cell is planned again', () => {
    const { items } = plan(rows, {}, { 2: { datum: '2026-02-03' }, 3: { modul: 'Begutachtung Kardio' } })
    expect(items[0]).toMatchObject({
      action: 'create',
      data: { fallId: '2026-06-onko-Tonn', datum: '2026-02-03' },
    })
    expect(items[1]).toMatchObject({ action: 'create', data: { fallgruppe: 'kardio' } })
    expect(plan(rows, {}, { 3: { fallgruppe: 'sd' } }).items[1]).toMatchObject({ action: 'create' })
    expect(plan(rows, {}, { 2: { datum: 'morgen' } }).items[0]).toMatchObject({ action: 'error' })
  })

  test('a certain duplicate is skipped, or updates the earlier row when decided so', () => {
    expect(plan(rows).items[3]).toMatchObject({
      action: 'skip',
      duplicateOf: { row: 4, reasons: ['crmTicketId'] },
      changes: [{ field: 'vorname', old: null, new: 'Ute' }],
    })
    const decided = plan(rows, { 5: 'update' })
    expect(decided.items[3]).toMatchObject({ action: 'update' })
    expect(decided.creates.map(({ ruled }) => ruled.values.vorname)).toEqual(['Ute'])
  })

  test('creating a certain duplicate is refused', () => {
    expect(plan(rows, { 5: 'create' }).refused).toEqual([{ key: '5', decision: 'create' }])
  })
})

test('a file with the same rows twice creates the half of them at most', () => {
  const contact = fc.tuple(fc.stringMatching(/^[A-Z][a-zäöüß]{2,8}$/), fc.integer({ min: 1, max: 1_000_000 }))
  fc.assert(
    fc.property(
      fc.uniqueArray(contact, { selector: ([, id]) => id, minLength: 1, maxLength: 20 }),
      (contacts) => {
        const lines = contacts.map(([name, id]) => line(`${name} |`, `T-${id}`))
        const counts = countItems(plan(rowsOf([header, ...lines, ...lines].join('\n'))).items)
        // Names that are much alike are asked about.
        expect(counts.create + counts.decide).toBe(contacts.length)
        expect(counts.skip).toBe(contacts.length)
      },
    ),
    { numRuns: 30 },
  )
})

test('no bytes make the parser throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof parse(bytes).ok === 'boolean'))
  const pieces = fc.array(fc.constantFrom(header, '"', '\n', ',', ';', '|', 'a', '\t', '\r', '02.02.26'))
  fc.assert(fc.property(pieces, (parts) => typeof parse(parts.join('')).ok === 'boolean'))
})
