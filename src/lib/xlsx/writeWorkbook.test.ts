import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { unescapeFormula } from '../../domain/imports/workbook/escapeFormula'
import type { SheetModel } from '../../domain/reports/sheetModel'
import { writeWorkbook } from './writeWorkbook'

const createdAt = new Date('2026-11-23T05:00:00Z')
const sheet: SheetModel = {
  title: 'Auswertung KW gesamt',
  rows: [
    ['Gesamtübersicht'],
    [null, 'Onkologie', null, 'Sonst'],
    ['KW', 'Anzahl', '%', 'Veränderung'],
    [1, 3, 0.375, '–'],
    [],
    ['=1+1', 0, -0.5, '@x'],
    ['Gesamt', 3, 1, null],
  ],
  percentCells: [
    { row: 4, column: 3 },
    { row: 7, column: 3 },
  ],
  boldRows: [1, 3, 7],
  merges: [{ row: 2, fromColumn: 2, toColumn: 3 }],
  frozenRows: 3,
  repeatedFrom: 2,
  columnWidths: [20, 16, 14, 19],
}
const plain = {
  percentCells: [],
  boldRows: [],
  merges: [],
  frozenRows: 1,
  repeatedFrom: 1,
  columnWidths: [10],
}

async function readBack(sheets: SheetModel[]): Promise<ExcelJS.Workbook> {
  const bytes = await writeWorkbook({ sheets, title: 'Berichtswesen 2026 KW46', createdAt })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

describe('a written workbook', () => {
  let workbook: ExcelJS.Workbook
  let written: ExcelJS.Worksheet
  beforeAll(async () => {
    workbook = await readBack([sheet, { ...plain, title: 'Zweites', rows: [['ICD']] }])
    written = workbook.worksheets[0] as ExcelJS.Worksheet
  })

  test('has the sheets by name and in order', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Auswertung KW gesamt', 'Zweites'])
  })

  test('has numbers as numbers, texts as texts and nothing in empty cells', () => {
    expect(written.getCell('A1').value).toBe('Gesamtübersicht')
    expect(written.getCell('B4').value).toBe(3)
    expect(written.getCell('B6').value).toBe(0)
    expect(written.getCell('D4').value).toBe('–')
    expect(written.getCell('A2').value).toBeNull()
    expect(written.getCell('A5').value).toBeNull()
  })

  test('has shares as numbers formatted 0.0%, and no other cell so', () => {
    expect(written.getCell('C4').value).toBe(0.375)
    expect([written.getCell('C4').numFmt, written.getCell('C7').numFmt]).toEqual(['0.0%', '0.0%'])
    expect(written.getCell('B4').numFmt).not.toBe('0.0%')
  })

  test('has bold rows, where a percent format leaves a cell bold', () => {
    expect(['A1', 'A3', 'D3', 'B7', 'C7'].map((place) => written.getCell(place).font?.bold)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(written.getCell('B4').font?.bold).toBeFalsy()
  })

  test('has merged cells, centred', () => {
    expect(written.model.merges).toEqual(['B2:C2'])
    expect(written.getCell('B2').value).toBe('Onkologie')
    expect(written.getCell('B2').alignment?.horizontal).toBe('center')
  })

  test('has what names a row on the left, and titles on the right above their numbers', () => {
    const sides = ['A4', 'B4', 'B3', 'D4', 'A7'].map((place) => written.getCell(place).alignment?.horizontal)
    expect(sides).toEqual(['left', undefined, 'right', 'right', undefined])
  })

  test('keeps its header rows and the week in view', () => {
    expect(written.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 3 })
  })

  test('prints on A4 landscape, as wide as one page, with its header rows and its name on every page', () => {
    expect(written.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '2:3',
    })
    expect(written.headerFooter.oddFooter).toBe('&LBerichtswesen 2026 KW46 – &A&RSeite &P von &N')
  })

  test('has the widths of its columns', () => {
    expect([1, 2, 3, 4].map((column) => written.getColumn(column).width)).toEqual([20, 16, 14, 19])
  })

  test('says in its properties what it is, who made it and when', () => {
    expect(workbook).toMatchObject({
      title: 'Berichtswesen 2026 KW46',
      creator: 'DAK Zweitmeinungs-Portal',
      created: createdAt,
    })
  })

  test('has no text that a spreadsheet reads as a formula', () => {
    expect([written.getCell('A6').value, written.getCell('D6').value]).toEqual(["'=1+1", "'@x"])
    expect(written.getCell('C6').value).toBe(-0.5)
  })
})

test('every text and number comes back from the workbook', async () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ09 äß–\'=+-@<&".\n'), minLength: 1 })
  const cell = fc.oneof(
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(withoutMinusZero),
  )
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const workbook = await readBack([{ ...plain, title: 'Gesetz', rows: cells }])
      for (const [row, values] of cells.entries()) {
        for (const [column, value] of values.entries()) {
          const found = workbook.worksheets[0]?.getCell(row + 1, column + 1).value
          expect(typeof found === 'string' ? unescapeFormula(found) : found).toEqual(value)
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('the same sheets and the same moment give the same workbook', async () => {
  const cellsOf = async () => (await readBack([sheet])).worksheets[0]?.getSheetValues()
  expect(await cellsOf()).toEqual(await cellsOf())
})

/** A workbook has no -0. */
function withoutMinusZero(number: number): number {
  return number + 0
}
