import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { goldenReports } from '../../../tests/factories/goldenReports'
import type { SheetModel } from '../../domain/reports/sheetModel'
import { readWorkbook } from './read/readWorkbook'
import { writeWorkbook } from './writeWorkbook'

const golden = (name: string) =>
  fileURLToPath(new URL(`../../../tests/fixtures/golden/${name}.txt`, import.meta.url))

test.each(goldenReports.map((report) => [report.name, report] as const))(
  '%s has in every cell of every sheet what was looked through by hand',
  async (name, { sheets }) => {
    await expect(asText(await cellsOf(sheets))).toMatchFileSnapshot(golden(name))
  },
)

test('every golden file has five sheets and says something', () => {
  for (const { name } of goldenReports)
    expect(readFileSync(golden(name), 'utf8').match(/^== Auswertung /gm)).toHaveLength(5)
})

/** The cells as they are read from the written workbook. */
async function cellsOf(sheets: SheetModel[]) {
  const bytes = await writeWorkbook({ sheets, title: 'Berichtswesen', createdAt: new Date(0) })
  const read = await readWorkbook({ bytes, wanted: () => true })
  if (!read.ok) throw new Error(read.failure.code)
  return read.workbook.sheets
}

/** One line a row, with its number; shares with as many digits as are sure. */
function asText(sheets: Awaited<ReturnType<typeof cellsOf>>): string {
  return sheets
    .map(({ name, rows }) => {
      const lines = rows.map(({ row, cells }) => `${row}: ${cells.map(printed).join(' | ')}`.trimEnd())
      return [`== ${name}`, ...lines, ''].join('\n')
    })
    .join('\n')
}

function printed(cell: unknown): string {
  if (typeof cell === 'number' && !Number.isInteger(cell)) return cell.toFixed(6)
  return cell === null ? '' : String(cell)
}
