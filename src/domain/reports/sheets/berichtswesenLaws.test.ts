import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cubes } from '../../../../tests/factories/cubes'
import { compareYears } from '../comparison'
import type { CubeCell, IcdCount } from '../cube'
import type { SheetModel } from '../sheetModel'
import { totalCounts } from '../totalCounts'
import { berichtswesenSheets } from './berichtswesenSheets'

const anyCube = cubes({ maxLength: 120 })
const weeks = fc.integer({ min: 1, max: 53 })
const codes = fc.uniqueArray(
  fc.record({ code: fc.stringMatching(/^[A-Z]\d{2}(\.\d{1,2})?$/), count: fc.integer({ min: 1, max: 99 }) }),
  { selector: ({ code }) => code },
)

type Five = [SheetModel, SheetModel, SheetModel, SheetModel, SheetModel]

function sheetsOf({ cube, kw, icd = [] }: { cube: CubeCell[]; kw: number; icd?: IcdCount[] }): Five {
  const current = totalCounts({ cube, bisKw: kw })
  const comparison = compareYears({ jahr: 2026, bisKw: kw, current, live: current, imported: null })
  return berichtswesenSheets({ jahr: 2026, kw, cube, comparison, icdCounts: icd }) as Five
}

/** The numbers of the week rows and of `Gesamt`, without the first column. */
function counted({ sheet, kw, from }: { sheet: SheetModel; kw: number; from: number }) {
  const numbers = sheet.rows.slice(from - 1, from + kw).map((row) => row.slice(1).map(Number))
  return { perWeek: numbers.slice(0, kw), total: numbers[kw] ?? [] }
}

function everyWeekly({ cube, kw }: { cube: CubeCell[]; kw: number }) {
  const [first, second, third, fourth] = sheetsOf({ cube, kw })
  const [one, two, three, four] = [
    counted({ sheet: first, kw, from: 11 }),
    counted({ sheet: second, kw, from: 5 }),
    counted({ sheet: third, kw, from: 5 }),
    counted({ sheet: fourth, kw, from: 5 }),
  ]
  return { one, two, three, four }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
/** Every third number from the given one on: the same column of each group. */
const eachThird = (row: number[], first: number) => row.filter((_, index) => index % 3 === first)

describe('on every report', () => {
  test('Gesamt is the sum of its weeks, on sheets 1 to 4', () => {
    fc.assert(
      fc.property(anyCube, weeks, (cube, kw) => {
        for (const { perWeek, total } of Object.values(everyWeekly({ cube, kw }))) {
          expect(perWeek).toHaveLength(kw)
          expect(total.map((_, column) => sum(perWeek.map((row) => row[column] ?? Number.NaN)))).toEqual(
            total,
          )
        }
      }),
    )
  })

  test('the groups of sheet 2 sum to sheet 1', () => {
    fc.assert(
      fc.property(anyCube, weeks, (cube, kw) => {
        const { one, two } = everyWeekly({ cube, kw })
        for (const [index, row] of [...two.perWeek, two.total].entries()) {
          const [erstberatungen, , ablehnung = 0, keine = 0, gutachten] =
            [...one.perWeek, one.total][index] ?? []
          expect(sum(eachThird(row, 0))).toBe(erstberatungen)
          expect(sum(eachThird(row, 1))).toBe(gutachten)
          expect(sum(eachThird(row, 2))).toBe(keine + ablehnung)
        }
      }),
    )
  })

  test('the groups of sheet 3 sum to its Gesamt, whose Gutachten are those of sheets 1 and 4', () => {
    fc.assert(
      fc.property(anyCube, weeks, (cube, kw) => {
        const { one, three, four } = everyWeekly({ cube, kw })
        for (const [index, row] of [...three.perWeek, three.total].entries()) {
          const [all, groups] = [row.slice(0, 3), row.slice(3)]
          expect([0, 1, 2].map((column) => sum(eachThird(groups, column)))).toEqual(all)
          expect(all[0]).toBe([...one.perWeek, one.total][index]?.[4])
          expect(all[0]).toBe([...four.perWeek, four.total][index]?.[0])
        }
      }),
    )
  })

  test('a later week changes no row of an earlier one', () => {
    fc.assert(
      fc.property(anyCube, fc.integer({ min: 1, max: 52 }), (cube, kw) => {
        const [now, later] = [everyWeekly({ cube, kw }), everyWeekly({ cube, kw: kw + 1 })]
        for (const name of ['one', 'two', 'three', 'four'] as const)
          expect(later[name].perWeek.slice(0, kw)).toEqual(now[name].perWeek)
      }),
    )
  })

  test('sheet 5 has every code once, sorted, and their sum', () => {
    fc.assert(
      fc.property(codes, (icd) => {
        const rows = sheetsOf({ cube: [], kw: 1, icd })[4].rows
        const listed = rows.slice(1, -1).map(([code]) => String(code))
        expect(listed).toEqual(icd.map(({ code }) => code).sort())
        expect(rows.at(-1)).toEqual(['Gesamt', sum(icd.map(({ count }) => count))])
      }),
    )
  })

  test('percent cells hold numbers, and every column is wide enough for its title', () => {
    fc.assert(
      fc.property(anyCube, weeks, codes, (cube, kw, icd) => {
        for (const { rows, percentCells, frozenRows, columnWidths } of sheetsOf({ cube, kw, icd })) {
          for (const { row, column } of percentCells)
            expect(typeof rows[row - 1]?.[column - 1]).toBe('number')
          const titles = rows[frozenRows - 1] ?? []
          expect(columnWidths).toHaveLength(titles.length)
          for (const [index, title] of titles.entries())
            expect(columnWidths[index]).toBeGreaterThan(String(title).length)
        }
      }),
      { numRuns: 25 },
    )
  })
})
