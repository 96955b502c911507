import ExcelJS from 'exceljs'
import { escapeFormula } from '../../domain/imports/workbook/escapeFormula'
import type { SheetCell, SheetModel } from '../../domain/reports/sheetModel'

const a4 = 9
const creator = 'DAK Zweitmeinungs-Portal'
const boldFont = { bold: true }
const centred = { horizontal: 'center' } as const

/** Prints sheet models as an xlsx workbook; `createdAt` goes into the document's properties. */
export async function writeWorkbook({
  sheets,
  title,
  createdAt,
}: {
  sheets: readonly SheetModel[]
  title: string
  createdAt: Date
}): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  Object.assign(workbook, {
    title,
    creator,
    lastModifiedBy: creator,
    created: createdAt,
    modified: createdAt,
  })
  for (const sheet of sheets) addSheet({ workbook, sheet })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function addSheet({ workbook, sheet }: { workbook: ExcelJS.Workbook; sheet: SheetModel }): void {
  const worksheet = workbook.addWorksheet(sheet.title, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: sheet.frozenRows }],
    pageSetup: {
      paperSize: a4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${sheet.frozenRows}`,
    },
  })
  worksheet.columns = sheet.columnWidths.map((width) => ({ width }))
  worksheet.addRows(sheet.rows.map((row) => row.map(printedCell)))
  for (const row of sheet.boldRows) worksheet.getRow(row).font = boldFont
  for (const { row, column } of sheet.percentCells) worksheet.getCell(row, column).numFmt = '0.0%'
  for (const { row, fromColumn, toColumn } of sheet.merges) {
    worksheet.mergeCells(row, fromColumn, row, toColumn)
    worksheet.getCell(row, fromColumn).alignment = centred
  }
}

function printedCell(cell: SheetCell): SheetCell {
  return typeof cell === 'string' ? escapeFormula(cell) : cell
}
