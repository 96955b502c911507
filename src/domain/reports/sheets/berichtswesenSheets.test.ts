import { describe, expect, test } from 'vitest'
import { type Comparison, compareYears } from '../comparison'
import { emptyCounts } from '../countsMath'
import type { Counts, CubeCell } from '../cube'
import type { SheetCell } from '../sheetModel'
import { totalCounts } from '../totalCounts'
import { berichtswesenSheets } from './berichtswesenSheets'

const cell = (place: Pick<CubeCell, 'kw' | 'fallgruppe'>, counts: Partial<Counts>): CubeCell => ({
  ...emptyCounts(),
  ...counts,
  ...place,
})

/** 2026 has 53 weeks; only the first and the last have cases, and 2025 has none. */
const cube: CubeCell[] = [
  cell(
    { kw: 1, fallgruppe: 'onko' },
    {
      erstberatungen: 4,
      unterlagen: 2,
      ablehnungen: 1,
      keineRueckmeldung: 1,
      gutachten: 2,
      alternative: 1,
      bestaetigung: 1,
      taJa: 1,
      taNein: 1,
      diagnosekorrektur: 1,
      uebertherapie: 1,
    },
  ),
  cell({ kw: 1, fallgruppe: 'kardio' }, { erstberatungen: 1, keineRueckmeldung: 1 }),
  cell({ kw: 53, fallgruppe: 'galle' }, { erstberatungen: 1, unterlagen: 1, gutachten: 1, alternative: 1 }),
  cell(
    { kw: 53, fallgruppe: 'sd' },
    {
      erstberatungen: 2,
      ablehnungen: 1,
      gutachten: 1,
      bestaetigung: 1,
      taJa: 1,
      unterversorgung: 1,
    },
  ),
]
const icdCounts = [
  { code: 'C79.5', count: 1 },
  { code: 'C50', count: 2 },
  { code: 'C50.1', count: 3 },
]

function report({ kw = 53, ...before }: { kw?: number; live?: Counts; imported?: Counts | null } = {}) {
  const { live = emptyCounts(), imported = null } = before
  const current = totalCounts({ cube, bisKw: kw })
  const comparison: Comparison = compareYears({ jahr: 2026, bisKw: kw, current, live, imported })
  const [first, second, third, fourth, fifth] = berichtswesenSheets({
    jahr: 2026,
    kw,
    cube,
    comparison,
    icdCounts,
  })
  if (!first || !second || !third || !fourth || !fifth) throw new Error('five sheets expected')
  return { first, second, third, fourth, fifth }
}

/** The weeks 2 to 52, which have no case. */
const emptyWeeks = (columns: number): SheetCell[][] =>
  Array.from({ length: 51 }, (_, index) => [index + 2, ...Array.from({ length: columns }, () => 0)])

describe('every cell of the report of 53 weeks', () => {
  const { first, second, third, fourth, fifth } = report()

  test('is right on sheet 1, Auswertung KW gesamt', () => {
    expect(first.title).toBe('Auswertung KW gesamt')
    expect(first.rows).toEqual([
      ['Gesamtübersicht'],
      [null, 2026, '%', 2025, '%', 'Veränderung'],
      ['Erstberatungen', 8, 1, 0, 0, '–'],
      ['Unterlagen', 3, 0.375, 0, 0, '–'],
      ['Ablehnung', 2, 0.25, 0, 0, '–'],
      ['Keine Rückmeldung', 2, 0.25, 0, 0, '–'],
      ['Gutachten', 4, 0.5, 0, 0, '–'],
      ['Für dieselben Wochen von 2025 liegen keine Zahlen vor.'],
      ['KW 53 hat in 2025 keine Entsprechung; verglichen wird mit KW 1 bis 52.'],
      ['KW', 'Erstberatungen', 'Unterlagen', 'Ablehnung', 'Keine Rückmeldung', 'Gutachten'],
      [1, 5, 2, 1, 2, 2],
      ...emptyWeeks(5),
      [53, 3, 1, 1, 0, 2],
      ['Gesamt', 8, 3, 2, 2, 4],
      ['in %', 1, 0.375, 0.25, 0.25, 0.5],
    ])
  })

  test('is right on sheet 2, Auswertung nach Fachgebieten', () => {
    const perGroup = ['Anzahl', 'Gutachten', 'Keine RM/Ablehnung']
    expect(second.title).toBe('Auswertung nach Fachgebieten')
    expect(second.rows).toEqual([
      ['Auswertung nach Fachgebieten'],
      [],
      [null, ...['Onkologie', 'Kardiologie', 'Intensivmedizin', 'Gallenblase', 'Schilddrüse'].flatMap(over3)],
      ['KW', ...perGroup, ...perGroup, ...perGroup, ...perGroup, ...perGroup],
      [1, 4, 2, 2, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ...emptyWeeks(15),
      [53, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 2, 1, 1],
      ['Gesamt', 4, 2, 2, 1, 0, 1, 0, 0, 0, 1, 1, 0, 2, 1, 1],
    ])
    expect(second.merges).toEqual(mergesOver3(5))
  })

  test('is right on sheet 3, Auswertung Gutachten', () => {
    const groups = ['Gesamt', 'Onkologie', 'Kardiologie', 'Intensivmedizin', 'Gallenblase', 'Schilddrüse']
    expect(third.title).toBe('Auswertung Gutachten')
    expect(third.rows).toEqual([
      ['Auswertung Gutachten'],
      [],
      [null, ...groups.flatMap(over3)],
      ['KW', ...groups.flatMap(() => ['Gutachten', 'Alternative', 'Bestätigung'])],
      [1, 2, 1, 1, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ...emptyWeeks(18),
      [53, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 1],
      ['Gesamt', 4, 2, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 1],
    ])
    expect(third.merges).toEqual(mergesOver3(6))
  })

  test('is right on sheet 4, Auswertung Therapieänderungen', () => {
    expect(fourth.title).toBe('Auswertung Therapieänderungen')
    expect(fourth.rows).toEqual([
      ['Auswertung Therapieänderungen'],
      [],
      [],
      ['KW', 'Gutachten', 'TA Ja', 'TA Nein', 'Diagnosekorrektur', 'Unterversorgung', 'Übertherapie'],
      [1, 2, 1, 1, 1, 0, 1],
      ...emptyWeeks(6),
      [53, 2, 1, 0, 0, 1, 0],
      ['Gesamt', 4, 2, 1, 1, 1, 1],
    ])
    expect(fourth.merges).toEqual([])
  })

  test('is right on sheet 5, Auswertung ICD onko: sorted, with the sum of the counts', () => {
    expect(fifth.title).toBe('Auswertung ICD onko')
    expect(fifth.rows).toEqual([
      ['ICD', 'Anzahl'],
      ['C50', 2],
      ['C50.1', 3],
      ['C79.5', 1],
      ['Gesamt', 6],
    ])
  })

  test('is bold where it is a title, a header or a total', () => {
    expect(first.boldRows).toEqual([1, 2, 10, 64, 65])
    expect([second.boldRows, third.boldRows]).toEqual([
      [1, 3, 4, 58],
      [1, 3, 4, 58],
    ])
    expect([fourth.boldRows, fifth.boldRows]).toEqual([
      [1, 4, 58],
      [1, 5],
    ])
  })
})

describe('the comparison on sheet 1', () => {
  const live = { ...emptyCounts(), erstberatungen: 4, gutachten: 2 }

  test('shows the relative change as a number formatted as percent, and – where there was nothing', () => {
    const { first } = report({ kw: 52, live })
    expect(first.rows.slice(2, 9)).toEqual([
      ['Erstberatungen', 5, 1, 4, 1, 0.25],
      ['Unterlagen', 2, 0.4, 0, 0, '–'],
      ['Ablehnung', 1, 0.2, 0, 0, '–'],
      ['Keine Rückmeldung', 2, 0.4, 0, 0, '–'],
      ['Gutachten', 2, 0.4, 2, 0.5, 0],
      [],
      [],
    ])
    const formatted = first.percentCells.map(({ row, column }) => `${row}/${column}`)
    expect(formatted).toEqual(
      '3/3 3/5 3/6 4/3 4/5 5/3 5/5 6/3 6/5 7/3 7/5 7/6 64/2 64/3 64/4 64/5 64/6'.split(' '),
    )
  })

  test('says where the earlier counts are from when they were imported', () => {
    expect(report({ kw: 52, imported: live }).first.rows[7]).toEqual([
      'Zahlen für 2025 aus importierten Jahresübersichten.',
    ])
    expect(report({ kw: 53, imported: live }).first.rows.slice(7, 9)).toEqual([
      ['Zahlen für 2025 aus importierten Jahresübersichten.'],
      ['KW 53 hat in 2025 keine Entsprechung; verglichen wird mit KW 1 bis 52.'],
    ])
  })

  test('says only that a week has no partner when the earlier counts are those of cases', () => {
    expect(report({ kw: 53, live }).first.rows.slice(7, 9)).toEqual([
      ['KW 53 hat in 2025 keine Entsprechung; verglichen wird mit KW 1 bis 52.'],
      [],
    ])
  })
})

describe('the report of a year without a case', () => {
  test('has rows of zeros, shares of nothing and an empty list of codes', () => {
    const none = emptyCounts()
    const comparison = compareYears({ jahr: 2025, bisKw: 1, current: none, live: none, imported: null })
    const sheets = berichtswesenSheets({ jahr: 2025, kw: 1, cube: [], comparison, icdCounts: [] })
    expect(sheets[0]?.rows.slice(10)).toEqual([
      [1, 0, 0, 0, 0, 0],
      ['Gesamt', 0, 0, 0, 0, 0],
      ['in %', 0, 0, 0, 0, 0],
    ])
    expect(sheets[4]?.rows).toEqual([
      ['ICD', 'Anzahl'],
      ['Gesamt', 0],
    ])
  })
})

function over3(heading: string): SheetCell[] {
  return [heading, null, null]
}

function mergesOver3(groups: number) {
  return Array.from({ length: groups }, (_, index) => ({
    row: 3,
    fromColumn: 2 + index * 3,
    toColumn: 4 + index * 3,
  }))
}
