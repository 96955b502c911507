import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../calendar/calendarDate'
import type { CaseValues } from '../../cases/caseValues'
import type { Decision, SourceRow, StoredCase } from '../planItem'
import type { CaseHistory } from './caseAtStand'
import { planSyncRows } from './planSyncRows'

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T10:00:00.000Z`
const whole: CaseValues = {
  datum: '2026-02-02',
  jahr: 2026,
  kw: 6,
  fallgruppe: 'onko',
  nachname: 'Tonn',
  ort: 'Ulm',
  titel: 'Dr.',
}
const stored = (values: CaseValues = {}, updatedAt = day(5)): StoredCase => ({
  id: 'a',
  fallId: 'A',
  personKey: null,
  updatedAt,
  values: { ...whole, ...values },
})
const row = (
  data: CaseValues,
  { number = 2, fallId = 'A', stand = day(2) as string | null } = {},
): SourceRow => ({
  row: number,
  sheet: '2026',
  fallId,
  data,
  problems: [],
  cells: [],
  sync: { stand, texts: {} },
})
const ortChanged: CaseHistory = [{ at: day(5), changes: [{ field: 'ort', old: 'Bonn', new: 'Ulm' }] }]

function plan({
  rows,
  existing = [stored()],
  history = ortChanged,
  decisions = {},
  corrections = {},
}: {
  rows: SourceRow[]
  existing?: StoredCase[]
  history?: CaseHistory
  decisions?: Record<string, Decision>
  corrections?: Record<string, Record<string, unknown>>
}) {
  return planSyncRows({
    rows,
    existing,
    histories: new Map([['a', history]]),
    decisions: new Map(Object.entries(decisions)),
    corrections: new Map(Object.entries(corrections)),
    today: '2026-11-23' as CalendarDate,
    now: day(23),
    actor: 'me',
  })
}

describe('a conflict', () => {
  const rows = [row({ ort: 'Kiel', strasse: 'Neue Str.' })]
  const changes = [
    { field: 'strasse', old: null, new: 'Neue Str.' },
    { field: 'ort', old: 'Ulm', new: 'Kiel' },
  ]

  test('is to be decided, and names field, base and both values beside the other changes', () => {
    const { items, updates } = plan({ rows })
    expect(items[0]).toMatchObject({ row: 2, sheet: '2026', action: 'decide', changes, duplicateOf: null })
    expect(items[0]?.problems).toEqual([
      {
        level: 'warning',
        code: 'syncConflict',
        field: 'ort',
        value: 'Kiel',
        params: { base: 'Bonn', database: 'Ulm' },
      },
    ])
    expect(updates).toEqual([])
  })

  test('decided for the file writes all that the file changes', () => {
    const { items, updates } = plan({ rows, decisions: { '2026!2': 'update' } })
    expect(items[0]).toMatchObject({ action: 'update', changes })
    expect(updates[0]?.ruled.values).toMatchObject({ ort: 'Kiel', strasse: 'Neue Str.' })
    expect(updates[0]?.ruled.values).not.toHaveProperty('titel')
  })

  test('decided for the database writes nothing', () => {
    const { items, updates } = plan({ rows, decisions: { '2026!2': 'skip' } })
    expect(items[0]?.action).toBe('skip')
    expect(updates).toEqual([])
  })

  test('is gone when the cell is corrected to what the database has; the rest of the row is an update', () => {
    const { items } = plan({ rows, corrections: { '2026!2': { ort: 'Ulm' } } })
    expect(items[0]).toMatchObject({ action: 'update', changes: [changes[0]], problems: [] })
  })

  test('without a Stand, or a log that can tell, is every difference', () => {
    for (const given of [{ rows: [row({ ort: 'Kiel' }, { stand: null })] }, { rows, history: [] }]) {
      const { items } = plan(given)
      expect(items[0]?.action).toBe('decide')
      expect(items[0]?.problems[0]).toMatchObject({ level: 'warning', code: 'unknownStand' })
      expect(items[0]?.problems.at(-1)).toMatchObject({ code: 'syncConflict', params: { base: '?' } })
    }
  })

  test('cannot create a case', () => {
    expect(plan({ rows, decisions: { '2026!2': 'create' } }).refused).toEqual([
      { key: '2026!2', decision: 'create' },
    ])
  })
})

test('what the database alone changed stays, and the row is skipped', () => {
  const { items, updates } = plan({ rows: [row({ ort: 'Bonn', nachname: 'Tonn' })] })
  expect(items[0]).toMatchObject({ action: 'skip', changes: [], problems: [] })
  expect(updates).toEqual([])
})

test('a changed day moves the week; the Fall-ID stays', () => {
  const { items, updates } = plan({ rows: [row({ datum: '2027-01-03' }, { stand: day(5) })] })
  expect(items[0]).toMatchObject({ action: 'update', data: { fallId: 'A' } })
  expect(updates[0]?.ruled.values).toMatchObject({ datum: '2027-01-03', jahr: 2026, kw: 53 })
  expect(updates[0]?.ruled.values).not.toHaveProperty('fallId')
})

describe('a row in error', () => {
  test.each<[string, CaseValues, string]>([
    ['an emptied Nachname', { nachname: null }, 'required'],
    ['an emptied Datum', { datum: null }, 'required'],
    ['an emptied Fallgruppe', { fallgruppe: null }, 'required'],
    ['a broken rule', { gutachtenTyp: 'alternative' }, 'needsGutachten'],
  ])('%s', (_, data, code) => {
    const { items, updates } = plan({ rows: [row(data, { stand: day(5) })] })
    expect(items[0]).toMatchObject({ action: 'error', problems: [{ level: 'error', code }] })
    expect(updates).toEqual([])
  })

  test('a Fall-ID that nobody has', () => {
    const { items, refused } = plan({ rows: [row({}, { fallId: 'B' })], decisions: { '2026!2': 'update' } })
    expect(items[0]).toMatchObject({ action: 'error', problems: [{ code: 'unknownFallId', value: 'B' }] })
    expect(refused).toHaveLength(1)
  })

  test('the same Fall-ID with other words; with the same words the row is skipped', () => {
    const first = row({ ort: 'Kiel' }, { stand: day(5) })
    const again = row({ ort: 'Kiel' }, { stand: day(5), number: 3 })
    const other = row({ ort: 'Jena' }, { stand: day(5), number: 4 })
    const { items, updates } = plan({ rows: [first, again, other] })
    expect(items.map(({ action }) => action)).toEqual(['update', 'skip', 'error'])
    expect(items[1]?.problems).toMatchObject([{ level: 'warning', code: 'repeatedRow' }])
    expect(items[2]?.problems).toMatchObject([
      { level: 'error', code: 'repeatedFallId', params: { place: '2 (2026)' } },
    ])
    expect(updates).toHaveLength(1)
  })
})
