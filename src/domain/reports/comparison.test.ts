import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareYears, kennzahlen } from './comparison'
import { emptyCounts } from './countsMath'
import { type Counts, cubeCounts } from './cube'

const counts = (some: Partial<Counts>): Counts => ({ ...emptyCounts(), ...some })
const none = emptyCounts()
const compare = (some: Partial<Parameters<typeof compareYears>[0]>) =>
  compareYears({ jahr: 2026, bisKw: 46, current: none, live: none, imported: null, ...some })

const anyCounts = fc
  .tuple(...cubeCounts.map(() => fc.nat(1000)))
  .map((numbers) => Object.fromEntries(cubeCounts.map((name, index) => [name, numbers[index]])) as Counts)

describe('compareYears', () => {
  test('gives counts, shares of Erstberatungen and the relative change of the five figures', () => {
    const { jahr, rows } = compare({
      current: counts({ erstberatungen: 10, unterlagen: 5, gutachten: 3 }),
      live: counts({ erstberatungen: 8, unterlagen: 4, gutachten: 4, ablehnungen: 2 }),
    })
    expect(jahr).toBe(2025)
    expect(rows).toEqual([
      row('erstberatungen', [10, 8, 1, 1, 0.25]),
      row('unterlagen', [5, 4, 0.5, 0.5, 0.25]),
      row('ablehnungen', [0, 2, 0, 0.25, -1]),
      row('keineRueckmeldung', [0, 0, 0, 0, null]),
      row('gutachten', [3, 4, 0.3, 0.5, -0.25]),
    ])
  })

  test('has no change where there was nothing before, and no share of nothing', () => {
    const { quelle, rows } = compare({ current: counts({ erstberatungen: 2, gutachten: 1 }) })
    expect(quelle).toBe('none')
    expect(rows.map(({ veraenderung }) => veraenderung)).toEqual([null, null, null, null, null])
    expect(rows.map(({ anteilVorjahr }) => anteilVorjahr)).toEqual([0, 0, 0, 0, 0])
  })

  test.each([
    { live: 3, imported: null, quelle: 'live', vorjahr: 3 },
    { live: 3, imported: 100, quelle: 'import', vorjahr: 100 },
    { live: 100, imported: 3, quelle: 'live', vorjahr: 100 },
    { live: 0, imported: 3, quelle: 'import', vorjahr: 3 },
    { live: 0, imported: 0, quelle: 'none', vorjahr: 0 },
    { live: 0, imported: null, quelle: 'none', vorjahr: 0 },
  ])('of $live live and $imported imported cases takes $quelle', ({ live, imported, quelle, vorjahr }) => {
    const comparison = compare({
      live: counts({ erstberatungen: live }),
      imported: imported === null ? null : counts({ erstberatungen: imported }),
    })
    expect(comparison.quelle).toBe(quelle)
    expect(comparison.rows[0]?.vorjahr).toBe(vorjahr)
  })

  test('prefers the live cases where both years have as many Erstberatungen', () => {
    const { quelle, rows } = compare({
      live: counts({ erstberatungen: 5, gutachten: 1 }),
      imported: counts({ erstberatungen: 5, gutachten: 4 }),
    })
    expect(quelle).toBe('live')
    expect(rows.at(-1)?.vorjahr).toBe(1)
  })

  test.each([
    { jahr: 2026, bisKw: 53, partner: 53 },
    { jahr: 2026, bisKw: 52, partner: null },
    { jahr: 2027, bisKw: 52, partner: null },
    { jahr: 2020, bisKw: 53, partner: 53 },
  ])('$jahr up to KW $bisKw has as week without a partner: $partner', ({ jahr, bisKw, partner }) => {
    expect(compare({ jahr, bisKw }).wocheOhnePartner).toBe(partner)
  })

  test('never gives a number that is not finite, and the change leads from the earlier count to this one', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, fc.option(anyCounts), (current, live, imported) => {
        const { rows } = compare({ current, live, imported })
        expect(rows.map(({ kennzahl }) => kennzahl)).toEqual([...kennzahlen])
        for (const { aktuell, vorjahr, anteilAktuell, anteilVorjahr, veraenderung } of rows) {
          expect([anteilAktuell, anteilVorjahr, veraenderung ?? 0].every(Number.isFinite)).toBe(true)
          if (veraenderung !== null) expect(vorjahr * (1 + veraenderung)).toBeCloseTo(aktuell, 6)
          else expect(vorjahr).toBe(0)
        }
      }),
    )
  })
})

function row(kennzahl: string, numbers: (number | null)[]) {
  const [aktuell, vorjahr, anteilAktuell, anteilVorjahr, veraenderung] = numbers
  return { kennzahl, aktuell, vorjahr, anteilAktuell, anteilVorjahr, veraenderung }
}
