import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cubes } from '../../../../tests/factories/cubes'
import { addDays, type CalendarDate } from '../../calendar/calendarDate'
import { caseFlags } from '../../cases/caseFlags'
import { buildCube } from '../buildCube'
import { analysesOf } from './analyses'
import { analysisRecords, analysisSheet } from './analysisFile'
import { analysisTable } from './analysisTable'
import { mainGroupsOf } from './mainGroups'
import { ageOf, openKinds, openWorkOf } from './openWork'
import { outcomesOf } from './outcomes'
import { totalOutcome } from './outcomeTable'

const today = '2026-11-23' as CalendarDate
const daysAgo = (days: number) => addDays(today, -days)

describe('open work by age', () => {
  test.each([
    [-3, 'unter1Woche'],
    [0, 'unter1Woche'],
    [6, 'unter1Woche'],
    [7, 'bis2Wochen'],
    [13, 'bis2Wochen'],
    [14, 'bis4Wochen'],
    [27, 'bis4Wochen'],
    [28, 'bis12Wochen'],
    [83, 'bis12Wochen'],
    [84, 'aelter'],
    [3_000, 'aelter'],
  ])('a case of %i days ago is %s', (days, age) => {
    expect(ageOf({ datum: daysAgo(days), today })).toBe(age)
  })

  test('the ages sum to everything that is open', () => {
    const groups = fc.array(
      fc.record({
        was: fc.constantFrom(...openKinds),
        datum: fc.integer({ min: -10, max: 2_000 }).map(daysAgo),
        count: fc.integer({ min: 1, max: 9 }),
      }),
    )
    fc.assert(
      fc.property(groups, (open) => {
        const rows = openWorkOf({ groups: open, today })
        for (const kind of openKinds) {
          const counts = open.filter(({ was }) => was === kind).map(({ count }) => count)
          expect(sum(rows.map((row) => row[kind]))).toBe(sum(counts))
        }
      }),
    )
  })
})

describe('main groups', () => {
  test('the most frequent come first, at most twenty, and titles are the catalogue’s', () => {
    const counts = Array.from({ length: 30 }, (_, index) => ({ hauptgruppe: `C${index + 10}`, count: 5 }))
    const { anzahl, haeufigste } = mainGroupsOf({
      counts: [...counts, { hauptgruppe: 'E04', count: 9 }, { hauptgruppe: 'I10', count: 0 }],
      titleOf: (code) => (code === 'E04' ? 'Sonstige nichttoxische Struma' : null),
    })
    expect(anzahl).toBe(31)
    expect(haeufigste).toHaveLength(20)
    expect(haeufigste.slice(0, 3)).toEqual([
      { hauptgruppe: 'E04', titel: 'Sonstige nichttoxische Struma', faelle: 9 },
      { hauptgruppe: 'C10', titel: null, faelle: 5 },
      { hauptgruppe: 'C11', titel: null, faelle: 5 },
    ])
  })
})

const opinions = [
  { gutachten: true, gutachtenTyp: 'alternative', therapieaenderung: 'ja' },
  { gutachten: true, gutachtenTyp: 'bestaetigung', therapieaenderung: 'nein' },
  { gutachten: true },
  {},
] as const

test('what became of the opinions is never more than the opinions, and sums over the groups', () => {
  fc.assert(
    fc.property(cubes({ flags: fc.constantFrom(...opinions.map(caseFlags)) }), (cube) => {
      const outcomes = outcomesOf({ cube, bisKw: 53 })
      for (const { gutachten, bestaetigung, alternative, taJa, taNein } of outcomes) {
        expect(bestaetigung + alternative).toBeLessThanOrEqual(gutachten)
        expect(taJa + taNein).toBeLessThanOrEqual(gutachten)
      }
      expect(totalOutcome(outcomes).gutachten).toBe(sum(cube.map(({ gutachten }) => gutachten)))
    }),
  )
})

const coded = (fallgruppe: 'onko' | 'sd', count: number) => ({
  kw: 1,
  fallgruppe,
  flags: caseFlags(opinions[0]),
  count,
})

const analyses = (fallgruppe: 'onko' | null) =>
  analysesOf({
    jahr: 2026,
    fallgruppe,
    bisKw: 2,
    stand: today,
    cube: buildCube([
      coded('onko', 3),
      { ...coded('onko', 1), flags: caseFlags(opinions[1]) },
      coded('sd', 5),
    ]),
    durations: [{ bis: 'gutachten', kw: 2, fallgruppe: 'onko', tage: 31, count: 2 }],
    hauptgruppen: [{ hauptgruppe: 'C50', count: 2 }],
    titleOf: () => '=SUMME(A1)',
    open: [{ was: 'pendingIcd', datum: daysAgo(9), count: 4 }],
  })

test('with a group, consultations, outcomes and durations are of that group alone', () => {
  const { erstberatungen, ergebnisse, dauer } = analyses('onko')
  expect(erstberatungen).toBe(4)
  expect(ergebnisse.map(({ fallgruppe }) => fallgruppe)).toEqual(['onko'])
  expect(dauer.gutachten.gruppen).toEqual([{ fallgruppe: 'onko', faelle: 2, median: 31, p90: 31 }])
  expect(analyses(null).erstberatungen).toBe(9)
})

describe('the tables', () => {
  const table = (name: Parameters<typeof analysisTable>[0]['name'], raster: 'monat' | 'woche' = 'monat') =>
    analysisTable({ name, analyses: analyses(null), raster, language: 'de' })

  test('say shares of what is coded, and nothing where nothing is', () => {
    const { rows, total } = table('ergebnisse')
    expect(rows[0]).toEqual(['Onkologie', 4, 1, 3, 0.75, 3, 1, 0.75])
    expect(rows[1]).toEqual(['Kardiologie', 0, 0, 0, null, 0, 0, null])
    expect(total).toEqual(['Gesamt', 9, 1, 8, 8 / 9, 8, 1, 8 / 9])
  })

  test('tell durations by what was chosen', () => {
    expect(table('bisGutachten').rows).toEqual([['Jan', 2, 31, 31]])
    expect(table('bisGutachten', 'woche').rows).toEqual([
      ['1', 0, null, null],
      ['2', 2, 31, 31],
    ])
  })

  test('become sheets whose shares are percent cells', () => {
    const sheet = analysisSheet({ table: table('ergebnisse'), scope: '2026' })
    expect(sheet.rows[0]).toEqual(['Ergebnis der Gutachten, 2026'])
    expect(sheet.rows[2]).toEqual(['Onkologie', 4, 1, 3, 0.75, 3, 1, 0.75])
    expect(sheet.percentCells).toContainEqual({ row: 3, column: 5 })
    expect(sheet.boldRows).toEqual([1, 2, 8])
  })

  test('become records with the numbers of the language', () => {
    const german = analysisRecords({ table: table('ergebnisse'), language: 'de' })
    expect(german[0]).toEqual(['Onkologie', '4', '1', '3', '75,0%', '3', '1', '75,0%'])
    expect(german[1]?.[4]).toBe('')
    const english = analysisTable({
      name: 'icd',
      analyses: analyses(null),
      raster: 'monat',
      language: 'en',
    })
    expect(analysisRecords({ table: english, language: 'en' })).toEqual([['C50', '=SUMME(A1)', '2', '22.2%']])
  })
})

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
