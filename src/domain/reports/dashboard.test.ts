import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cubes } from '../../../tests/factories/cubes'
import { caseFlags } from '../cases/caseFlags'
import { buildCube } from './buildCube'
import { compareYears, kennzahlen } from './comparison'
import { emptyCounts } from './countsMath'
import type { CubeCell } from './cube'
import { dashboardOf } from './dashboard'
import { totalCounts } from './totalCounts'

const open = { pendingIcd: 7, pendingCoding: 4, reportsGenerated: 2 }

function dashboard({ jahr = 2026, bisKw, cube }: { jahr?: number; bisKw: number; cube: CubeCell[] }) {
  const current = totalCounts({ cube, bisKw })
  const live = { ...emptyCounts(), erstberatungen: 2 }
  return dashboardOf({
    jahr,
    bisKw,
    cube,
    comparison: compareYears({ jahr, bisKw, current, live, imported: null }),
    ...open,
  })
}

describe('dashboardOf', () => {
  test('is the JSON of SPEC §11, with a row of zeros for a week without cases', () => {
    const cube = buildCube([
      {
        kw: 1,
        fallgruppe: 'onko',
        flags: caseFlags({ unterlagen: true, gutachten: true }),
        count: 2,
      },
      { kw: 3, fallgruppe: 'galle', flags: caseFlags({ ablehnung: true }), count: 1 },
    ])
    expect(dashboard({ bisKw: 3, cube })).toEqual({
      jahr: 2026,
      bisKw: 3,
      kpis: { ...figures([3, 2, 1, 0, 2]), ...open },
      weekly: [
        { kw: 1, ...figures([2, 2, 0, 0, 2]) },
        { kw: 2, ...figures([0, 0, 0, 0, 0]) },
        { kw: 3, ...figures([1, 0, 1, 0, 0]) },
      ],
      fallgruppen: [
        { fallgruppe: 'onko', anzahl: 2, gutachten: 2 },
        { fallgruppe: 'kardio', anzahl: 0, gutachten: 0 },
        { fallgruppe: 'intensiv', anzahl: 0, gutachten: 0 },
        { fallgruppe: 'galle', anzahl: 1, gutachten: 0 },
        { fallgruppe: 'sd', anzahl: 0, gutachten: 0 },
      ],
      vorjahr: {
        jahr: 2025,
        quelle: 'live',
        wocheOhnePartner: null,
        rows: [
          { kennzahl: 'erstberatungen', aktuell: 3, vorjahr: 2, veraenderung: 0.5 },
          { kennzahl: 'unterlagen', aktuell: 2, vorjahr: 0, veraenderung: null },
          { kennzahl: 'ablehnungen', aktuell: 1, vorjahr: 0, veraenderung: null },
          { kennzahl: 'keineRueckmeldung', aktuell: 0, vorjahr: 0, veraenderung: null },
          { kennzahl: 'gutachten', aktuell: 2, vorjahr: 0, veraenderung: null },
        ],
      },
    })
  })

  test('of a year without a case has no weeks and zeros everywhere but in what is open', () => {
    const { bisKw, kpis, weekly, fallgruppen } = dashboard({ bisKw: 0, cube: [] })
    expect({ bisKw, weekly }).toEqual({ bisKw: 0, weekly: [] })
    expect(kpis).toEqual({ ...figures([0, 0, 0, 0, 0]), ...open })
    expect(fallgruppen.map(({ anzahl }) => anzahl)).toEqual([0, 0, 0, 0, 0])
  })

  test('says which week has no partner in the year before', () => {
    expect(dashboard({ bisKw: 53, cube: [] }).vorjahr.wocheOhnePartner).toBe(53)
  })

  test('shows weeks, groups and comparison that each sum to the cards', () => {
    fc.assert(
      fc.property(cubes(), (cube) => {
        const { kpis, weekly, fallgruppen, vorjahr } = dashboard({ bisKw: 53, cube })
        expect(weekly.map(({ kw }) => kw)).toEqual(Array.from({ length: 53 }, (_, index) => index + 1))
        for (const name of kennzahlen) {
          expect(sum(weekly.map((week) => week[name]))).toBe(kpis[name])
          expect(vorjahr.rows.find(({ kennzahl }) => kennzahl === name)?.aktuell).toBe(kpis[name])
        }
        expect(sum(fallgruppen.map(({ anzahl }) => anzahl))).toBe(kpis.erstberatungen)
        expect(sum(fallgruppen.map(({ gutachten }) => gutachten))).toBe(kpis.gutachten)
      }),
    )
  })
})

function figures(numbers: number[]) {
  return Object.fromEntries(kennzahlen.map((name, index) => [name, numbers[index]]))
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
