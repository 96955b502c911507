import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flagGroups } from '../../../tests/factories/cubes'
import { caseFlags } from '../cases/caseFlags'
import { buildCube } from './buildCube'
import { emptyCounts } from './countsMath'

describe('buildCube', () => {
  test('of no case is empty', () => {
    expect(buildCube([])).toEqual([])
  })

  test('adds what each case with the same week and group counts for', () => {
    const coded = caseFlags({ unterlagen: true, gutachten: true, gutachtenTyp: 'bestaetigung' })
    const silent = caseFlags({})
    const refused = caseFlags({ ablehnung: true })
    expect(
      buildCube([
        { kw: 5, fallgruppe: 'onko', flags: coded, count: 2 },
        { kw: 5, fallgruppe: 'onko', flags: silent, count: 3 },
        { kw: 5, fallgruppe: 'sd', flags: refused, count: 1 },
      ]),
    ).toEqual([
      {
        kw: 5,
        fallgruppe: 'onko',
        ...emptyCounts(),
        erstberatungen: 5,
        unterlagen: 2,
        keineRueckmeldung: 3,
        gutachten: 2,
        bestaetigung: 2,
      },
      { kw: 5, fallgruppe: 'sd', ...emptyCounts(), erstberatungen: 1, ablehnungen: 1 },
    ])
  })

  test('sorts by week as a number, then by group in the order of the report', () => {
    const one = { flags: 0, count: 1 }
    const cube = buildCube([
      { kw: 10, fallgruppe: 'onko', ...one },
      { kw: 2, fallgruppe: 'sd', ...one },
      { kw: 2, fallgruppe: 'galle', ...one },
      { kw: 2, fallgruppe: 'onko', ...one },
    ])
    expect(cube.map(({ kw, fallgruppe }) => `${kw} ${fallgruppe}`)).toEqual([
      '2 onko',
      '2 galle',
      '2 sd',
      '10 onko',
    ])
  })

  test('has cells that sum to the number of cases', () => {
    fc.assert(
      fc.property(flagGroups(), (counted) => {
        const cases = counted.reduce((sum, { count }) => sum + count, 0)
        const cells = buildCube(counted).reduce((sum, cell) => sum + cell.erstberatungen, 0)
        expect(cells).toBe(cases)
      }),
    )
  })

  test('has one cell per week and group, whatever the order of what was counted', () => {
    fc.assert(
      fc.property(flagGroups(), (counted) => {
        const cube = buildCube(counted)
        expect(new Set(cube.map(({ kw, fallgruppe }) => `${kw} ${fallgruppe}`)).size).toBe(cube.length)
        expect(buildCube([...counted].reverse())).toEqual(cube)
      }),
    )
  })
})
