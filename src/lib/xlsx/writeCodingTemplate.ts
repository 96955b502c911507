import ExcelJS from 'exceljs'
import { escapeFormula } from '../../domain/imports/workbook/escapeFormula'

const widths: Readonly<Record<string, number>> = {
  'Fall-ID': 36,
  Nachname: 24,
  Vorname: 20,
  Fallgruppe: 18,
  KW: 6,
  ICD: 30,
}

/**
 * Prints the coding template: one row per case, everything locked but the column `editable`, whose cells say what
 * belongs into them. The protection has no password: it keeps hands off, not thieves.
 */
export async function writeCodingTemplate({
  columns,
  rows,
  editable,
  hint,
}: {
  columns: readonly string[]
  rows: readonly (readonly (string | number)[])[]
  editable: string
  hint: { title: string; text: string }
}): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('ICD', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map((title) => ({ width: widths[title] ?? 20 }))
  sheet.addRow([...columns]).font = { bold: true }
  sheet.addRows(rows.map((row) => row.map((cell) => (typeof cell === 'string' ? escapeFormula(cell) : cell))))
  const column = sheet.getColumn(columns.indexOf(editable) + 1)
  column.numFmt = '@'
  for (let row = 2; row <= rows.length + 1; row += 1) unlock(sheet.getCell(row, column.number), hint)
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function unlock(cell: ExcelJS.Cell, hint: { title: string; text: string }): void {
  cell.protection = { locked: false }
  cell.dataValidation = {
    type: 'textLength',
    operator: 'lessThanOrEqual',
    formulae: [1000],
    allowBlank: true,
    showInputMessage: true,
    promptTitle: hint.title,
    prompt: hint.text,
  }
}
