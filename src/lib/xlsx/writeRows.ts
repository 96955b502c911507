import ExcelJS from 'exceljs'
import { escapeFormula } from '../../domain/imports/workbook/escapeFormula'
import type { WorkbookCell } from '../../domain/imports/workbook/workbook'
import { escapeCharacters } from './write/textXml'

/** A sheet of cells as they were read, and the rows of titles above them. */
export type SheetOfCells = {
  name: string
  header: readonly (readonly string[])[]
  rows: readonly (readonly WorkbookCell[])[]
}

/** Prints cells as they were read back into a workbook: days as days, numbers as numbers, no text as a formula. */
export async function writeRows({
  sheets,
  is1904,
}: {
  sheets: readonly SheetOfCells[]
  is1904: boolean
}): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.properties.date1904 = is1904
  for (const { name, header, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: header.length }] })
    for (const titles of header) sheet.addRow(titles.map(escapeFormula)).font = { bold: true }
    for (const cells of rows) {
      const row = sheet.addRow(cells.map(printed))
      for (const [index, cell] of cells.entries()) {
        if (isDay(cell)) row.getCell(index + 1).numFmt = 'dd.mm.yyyy'
      }
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function printed(cell: WorkbookCell): ExcelJS.CellValue {
  if (isDay(cell)) return new Date(`${cell.day}T00:00:00Z`)
  if (typeof cell === 'string') return escapeCharacters(escapeFormula(cell))
  return typeof cell === 'object' && cell !== null ? cell.error : cell
}

function isDay(cell: WorkbookCell | undefined): cell is Extract<WorkbookCell, { day: unknown }> {
  return typeof cell === 'object' && cell !== null && 'day' in cell
}
