import ExcelJS from 'exceljs'
import { escapeFormula } from '../../domain/imports/workbook/escapeFormula'
import type { SheetCell, SheetModel } from '../../domain/reports/sheetModel'

const a4 = 9
const creator = 'DAK Zweitmeinungs-Portal'
/** Named whole: programs print a font that is only bold in one of their own. */
const boldFont = { name: 'Calibri', family: 2, size: 11, bold: true }
const centred = { horizontal: 'center' } as const
/** Inches; as narrow as office printers take, for sheets 2 and 3 are wide. */
const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }

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
      printTitlesRow: `${sheet.repeatedFrom}:${sheet.frozenRows}`,
      margins,
    },
    headerFooter: { oddFooter: `&L${workbook.title} – &A&RSeite &P von &N` },
  })
  worksheet.columns = sheet.columnWidths.map((width) => ({ width }))
  for (const row of sheet.rows) addRow({ worksheet, row })
  for (const row of sheet.boldRows) worksheet.getRow(row).font = boldFont
  for (const { row, column } of sheet.percentCells) worksheet.getCell(row, column).numFmt = '0.0%'
  for (const { row, fromColumn, toColumn } of sheet.merges) {
    worksheet.mergeCells(row, fromColumn, row, toColumn)
    worksheet.getCell(row, fromColumn).alignment = centred
  }
}

/** What names the row stands left, and titles stand right above their numbers. */
function addRow({ worksheet, row }: { worksheet: ExcelJS.Worksheet; row: SheetCell[] }): void {
  const added = worksheet.addRow(row.map(printedCell))
  for (const [index, cell] of row.entries()) {
    if (index === 0 && typeof cell === 'number') added.getCell(1).alignment = { horizontal: 'left' }
    if (index > 0 && typeof cell === 'string') added.getCell(index + 1).alignment = { horizontal: 'right' }
  }
}

function printedCell(cell: SheetCell): SheetCell {
  return typeof cell === 'string' ? escapeFormula(cell) : cell
}
