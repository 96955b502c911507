import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weeksInYear } from '../../calendar/isoWeek'
import { fallgruppeKeys } from '../../cases/caseFields'
import { type DurationGroup, durationsOf, waits } from './durations'

const group = (parts: Partial<DurationGroup>): DurationGroup => ({
  bis: 'unterlagen',
  kw: 1,
  fallgruppe: 'onko',
  tage: 5,
  count: 1,
  ...parts,
})

test('a week belongs to the month of its Thursday, from the first month to the last with a case', () => {
  // KW 1 of 2026 begins on 29 December 2025, KW 5 has its Thursday on 29 January, KW 14 on 2 April.
  const groups = [group({ kw: 1 }), group({ kw: 5, tage: 7 }), group({ kw: 14, tage: 9 })]
  const { monate, wochen } = durationsOf({ groups, bis: 'unterlagen', jahr: 2026, bisKw: 14 })
  expect(monate).toEqual([
    { monat: 1, faelle: 2, median: 6, p90: 6.8 },
    { monat: 2, faelle: 0, median: null, p90: null },
    { monat: 3, faelle: 0, median: null, p90: null },
    { monat: 4, faelle: 1, median: 9, p90: 9 },
  ])
  expect(wochen).toHaveLength(14)
})

test('week 53 is December, and a year without cases has no months', () => {
  const groups = [group({ kw: 53 })]
  const { monate } = durationsOf({ groups, bis: 'unterlagen', jahr: 2026, bisKw: 53 })
  expect(monate.map(({ faelle }) => faelle)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  expect(durationsOf({ groups: [], bis: 'gutachten', jahr: 2026, bisKw: 0 })).toMatchObject({
    gesamt: { faelle: 0, median: null },
    monate: [],
    wochen: [],
  })
})

test('dates before the case are told and measured nowhere; the same day counts as 0', () => {
  const groups = [group({ tage: -3, count: 2 }), group({ tage: 0, count: 4 })]
  const { gesamt, widerspruch } = durationsOf({ groups, bis: 'unterlagen', jahr: 2026, bisKw: 1 })
  expect({ gesamt, widerspruch }).toEqual({ gesamt: { faelle: 4, median: 0, p90: 0 }, widerspruch: 2 })
})

test('months, weeks and groups each sum to the whole, and with the contradictions to all that was counted', () => {
  const jahre = fc.constantFrom(2020, 2021, 2024, 2025, 2026)
  const counted = fc.array(
    fc.record({
      bis: fc.constantFrom(...waits),
      kw: fc.integer({ min: 1, max: 52 }),
      fallgruppe: fc.constantFrom(...fallgruppeKeys),
      tage: fc.integer({ min: -5, max: 100 }),
      count: fc.integer({ min: 1, max: 9 }),
    }),
  )
  fc.assert(
    fc.property(jahre, counted, fc.constantFrom(...waits), (jahr, groups, bis) => {
      const bisKw = weeksInYear(jahr)
      const { gesamt, monate, wochen, gruppen, widerspruch } = durationsOf({ groups, bis, jahr, bisKw })
      for (const rows of [monate, wochen, gruppen])
        expect(sum(rows.map(({ faelle }) => faelle))).toBe(gesamt.faelle)
      const all = groups.filter((one) => one.bis === bis).map(({ count }) => count)
      expect(gesamt.faelle + widerspruch).toBe(sum(all))
      expect(monate).toHaveLength(12)
    }),
  )
})

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
