import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { fallgruppeKeys } from '../../cases/caseFields'
import { compareYears, kennzahlen } from '../comparison'
import type { CubeCell } from '../cube'
import type { SheetCell, SheetModel } from '../sheetModel'
import { totalCounts } from '../totalCounts'
import { berichtswesenSheets } from './berichtswesenSheets'

/** The parts of the samples' `expected.json` that the report is checked against; shares are rounded to 6 digits. */
type Expected = {
  abrechnung: { cubeColumns: string[]; cube: (string | number)[][] }
  berichtswesen: { icdOnko: Record<string, number> }
  reports: {
    jahr: number
    kw: number
    comparison: Record<
      string,
      Record<'count' | 'share' | 'countBefore' | 'shareBefore', number> & ExpectedChange
    >
    gesamt: Record<string, number>
    icdOnko: Record<string, number>
    icdOnkoGesamt: number
  }[]
}

/** `–` where the earlier count is 0. */
type ExpectedChange = { change: number | '–' }

const samples = new URL('../../../../tests/fixtures/samples/', import.meta.url)
const expected = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8')) as Expected
const digits = 6

function cubeOf(jahr: number): CubeCell[] {
  const { cubeColumns, cube } = expected.abrechnung
  const rows = cube.map((row) => Object.fromEntries(cubeColumns.map((name, index) => [name, row[index]])))
  return rows.filter((row) => row.jahr === jahr).map(({ jahr: _, ...cell }) => cell as CubeCell)
}

function sheetsOf({ jahr, kw, icd }: { jahr: number; kw: number; icd: Record<string, number> }) {
  const cube = cubeOf(jahr)
  const comparison = compareYears({
    jahr,
    bisKw: kw,
    current: totalCounts({ cube, bisKw: kw }),
    live: totalCounts({ cube: cubeOf(jahr - 1), bisKw: kw }),
    imported: null,
  })
  const icdCounts = Object.entries(icd)
    .map(([code, count]) => ({ code, count }))
    .reverse()
  return berichtswesenSheets({ jahr, kw, cube, comparison, icdCounts })
}

describe.each(expected.reports)('the report of the samples, $jahr KW $kw', (report) => {
  const { jahr, kw, comparison, gesamt } = report
  const sheets = sheetsOf({ jahr, kw, icd: report.icdOnko })
  const lastRow = (sheet: number, name: string) =>
    sheets[sheet]?.rows.find(([first]) => first === name)?.slice(1)

  test('compares the two years', () => {
    for (const [index, name] of kennzahlen.entries()) {
      const { count, share, countBefore, shareBefore, change } = comparison[name] ?? {}
      for (const [column, wanted] of [count, share, countBefore, shareBefore, change].entries()) {
        const value = sheets[0]?.rows[2 + index]?.[column + 1] ?? null
        expectSame({ place: `${name}, column ${column + 2}`, value, wanted })
      }
    }
  })

  test('has the totals of every sheet', () => {
    const named = (names: string[]) => names.map((name) => gesamt[name])
    expect(lastRow(0, 'Gesamt')).toEqual(named([...kennzahlen]))
    const perGroup = ['Anzahl', 'Gutachten', 'KeineRueckmeldungAblehnung']
    expect(lastRow(1, 'Gesamt')).toEqual(
      named(fallgruppeKeys.flatMap((group) => perGroup.map((name) => `${group}${name}`))),
    )
    const opinions = ['Gutachten', 'Alternative', 'Bestaetigung']
    expect(lastRow(2, 'Gesamt')).toEqual(
      named([
        ...['gutachten', 'gutachtenAlternative', 'gutachtenBestaetigung'],
        ...fallgruppeKeys.flatMap((group) => opinions.map((name) => `${group}${name}`)),
      ]),
    )
    const therapy = ['taJa', 'taNein', 'taDiagnosekorrektur', 'taUnterversorgung', 'taUebertherapie']
    expect(lastRow(3, 'Gesamt')).toEqual(named(['gutachten', ...therapy]))
    expect(lastRow(4, 'Gesamt')).toEqual([report.icdOnkoGesamt])
    expect(sheets[4]?.rows.slice(1, -1)).toEqual(Object.entries(report.icdOnko))
  })
})

describe('the report of 2024 KW 52', () => {
  const sheets = sheetsOf({ jahr: 2024, kw: 52, icd: expected.berichtswesen.icdOnko })
  const workbook = new ExcelJS.Workbook()
  beforeAll(async () => {
    await workbook.xlsx.readFile(fileURLToPath(new URL('Berichtswesen_2024_KW52.xlsx', samples)))
  })

  test('has the sheets of the workbook in the samples, in their order', () => {
    expect(sheets.map(({ title }) => title)).toEqual(workbook.worksheets.map(({ name }) => name))
  })

  test.each(sheets.map((sheet) => [sheet.title, sheet] as const))('has every cell of %s', (title, sheet) => {
    const worksheet = sheetNamed({ workbook, title })
    expect(sheet.rows.length).toBe(worksheet.rowCount)
    for (let row = 1; row <= worksheet.rowCount; row += 1) {
      for (let column = 1; column <= worksheet.columnCount; column += 1) {
        const place = `${title}, row ${row}, column ${column}`
        const value = sheet.rows[row - 1]?.[column - 1] ?? null
        expectSame({ place, value, wanted: valueAt({ worksheet, row, column }) })
      }
    }
  })

  test.each(sheets.map((sheet) => [sheet.title, sheet] as const))(
    'has the formats of %s: percent, merges, bold and frozen rows',
    (title, sheet) => {
      const worksheet = sheetNamed({ workbook, title })
      const found: string[] = []
      worksheet.eachRow((cells, row) => {
        cells.eachCell((cell, column) => {
          if (cell.numFmt === '0.0%') found.push(`${row}/${column}`)
          if (cell.font?.bold) expect(sheet.boldRows, `${title} ${cell.address}`).toContain(row)
        })
      })
      expect(sheet.percentCells.map(({ row, column }) => `${row}/${column}`)).toEqual(found)
      expect(sheet.merges.map(rangeOf)).toEqual(worksheet.model.merges)
      expect(worksheet.views[0]).toMatchObject({ state: 'frozen', ySplit: sheet.frozenRows })
    },
  )
})

function sheetNamed({ workbook, title }: { workbook: ExcelJS.Workbook; title: string }): ExcelJS.Worksheet {
  const worksheet = workbook.getWorksheet(title)
  if (!worksheet) throw new Error(`no sheet ${title}`)
  return worksheet
}

/** Of merged cells the top left one has the value; exceljs repeats it in the others. */
function valueAt(place: { worksheet: ExcelJS.Worksheet; row: number; column: number }): unknown {
  const cell = place.worksheet.getCell(place.row, place.column)
  return cell.isMerged && cell.master !== cell ? null : cell.value
}

function expectSame({ place, value, wanted }: { place: string; value: SheetCell; wanted: unknown }): void {
  if (typeof wanted === 'number' && !Number.isInteger(wanted))
    expect(value, place).toBeCloseTo(wanted, digits - 1)
  else expect(value, place).toBe(wanted)
}

function rangeOf({ row, fromColumn, toColumn }: SheetModel['merges'][number]): string {
  const letter = (column: number) => String.fromCharCode(64 + column)
  return `${letter(fromColumn)}${row}:${letter(toColumn)}${row}`
}
