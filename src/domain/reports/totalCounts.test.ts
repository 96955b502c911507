import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cubes } from '../../../tests/factories/cubes'
import { fallgruppeKeys } from '../cases/caseFields'
import { buildCube } from './buildCube'
import { addCounts, emptyCounts } from './countsMath'
import { totalCounts } from './totalCounts'

const sum = (parts: ReturnType<typeof emptyCounts>[]) =>
  parts.reduce((to, counts) => addCounts({ to, counts }), emptyCounts())

describe('totalCounts', () => {
  const cube = buildCube([
    { kw: 1, fallgruppe: 'onko', flags: 0, count: 2 },
    { kw: 3, fallgruppe: 'onko', flags: 0, count: 3 },
    { kw: 3, fallgruppe: 'galle', flags: 0, count: 5 },
  ])

  test('counts from week 1 to bisKw, both included', () => {
    expect(totalCounts({ cube, bisKw: 2 }).erstberatungen).toBe(2)
    expect(totalCounts({ cube, bisKw: 3 }).erstberatungen).toBe(10)
  })

  test('counts one week or one group when told', () => {
    expect(totalCounts({ cube, vonKw: 3, bisKw: 3 }).erstberatungen).toBe(8)
    expect(totalCounts({ cube, bisKw: 53, fallgruppe: 'onko' }).erstberatungen).toBe(5)
    expect(totalCounts({ cube, vonKw: 2, bisKw: 2 })).toEqual(emptyCounts())
  })

  test('of all weeks is the sum of each week, and the sum of each group', () => {
    fc.assert(
      fc.property(cubes(), (any) => {
        const all = totalCounts({ cube: any, bisKw: 53 })
        const weeks = Array.from({ length: 53 }, (_, index) => index + 1)
        expect(sum(weeks.map((kw) => totalCounts({ cube: any, vonKw: kw, bisKw: kw })))).toEqual(all)
        const ofGroups = fallgruppeKeys.map((fallgruppe) => totalCounts({ cube: any, bisKw: 53, fallgruppe }))
        expect(sum(ofGroups)).toEqual(all)
      }),
    )
  })

  test('leaves the cube as it is', () => {
    const before = structuredClone(cube)
    totalCounts({ cube, bisKw: 53 })
    expect(cube).toEqual(before)
  })
})
