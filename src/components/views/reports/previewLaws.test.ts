import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cubes } from '../../../../tests/factories/cubes'
import { compareYears } from '../../../domain/reports/comparison'
import type { SheetModel } from '../../../domain/reports/sheetModel'
import { berichtswesenSheets } from '../../../domain/reports/sheets/berichtswesenSheets'
import { totalCounts } from '../../../domain/reports/totalCounts'
import { readWorkbook } from '../../../lib/xlsx/read/readWorkbook'
import { writeWorkbook } from '../../../lib/xlsx/writeWorkbook'
import { readSheet } from './readSheet'

const cube = cubes({ maxLength: 60 })

const reports = fc
  .record({
    jahr: fc.integer({ min: 2010, max: 2040 }),
    kw: fc.integer({ min: 1, max: 52 }),
    cube,
    before: cube,
    imported: fc.option(cube),
    icdCounts: fc.uniqueArray(
      fc.record({
        code: fc.stringMatching(/^[A-Z]\d{2}(\.\d{1,2})?$/),
        count: fc.integer({ min: 1, max: 99 }),
      }),
      { selector: ({ code }) => code, maxLength: 20 },
    ),
  })
  .map(({ before, imported, ...given }) => {
    const { jahr, kw, cube } = given
    const comparison = compareYears({
      jahr,
      bisKw: kw,
      current: totalCounts({ cube, bisKw: kw }),
      live: totalCounts({ cube: before, bisKw: kw }),
      imported: imported && totalCounts({ cube: imported, bisKw: kw }),
    })
    return berichtswesenSheets({ ...given, comparison })
  })

test('the preview shows in every cell what the workbook has in it, counts as counts and shares as shares', async () => {
  await fc.assert(
    fc.asyncProperty(reports, async (sheets) => {
      const bytes = await writeWorkbook({ sheets, title: 'Berichtswesen', createdAt: new Date(0) })
      const read = await readWorkbook({ bytes, wanted: () => true })
      if (!read.ok) throw new Error(read.failure.code)
      for (const [index, sheet] of sheets.entries()) {
        const preview = previewOf(sheet)
        const printed = new Map(read.workbook.sheets[index]?.rows.map(({ row, cells }) => [row, cells]))
        for (const [row, cells] of preview.values.entries())
          expect(withoutEnd(cells)).toEqual(withoutEnd(printed.get(row + 1) ?? []))
        expect(preview.shares).toEqual(sheet.percentCells.map(({ row, column }) => `${row}/${column}`))
      }
    }),
    { numRuns: 25 },
  )
})

/** The values of the web table by row and column, and the places it prints as shares. */
function previewOf({ rows }: SheetModel) {
  const lines = readSheet(rows)
  const values = lines.map(({ cells }) =>
    cells.flatMap(({ value, span }) => [value, ...Array.from({ length: span - 1 }, () => null)]),
  )
  const shares = lines.flatMap(({ cells }, row) =>
    cells.flatMap(({ format }, column) => (format === 'share' ? [`${row + 1}/${column + 1}`] : [])),
  )
  return { values, shares }
}

function withoutEnd(cells: readonly unknown[]): readonly unknown[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1)
}
