import { serialOfDay } from '../../../domain/calendar/serialDay'
import type { WorkbookCell } from '../../../domain/imports/workbook/workbook'
import type { CellStyle } from './styles'
import { styleNumber } from './styles'
import { textXml } from './textXml'

/** A column of a printed sheet; `isLocked` cells cannot be edited while the sheet is protected. */
export type PrintedColumn = {
  title: string
  width: number
  format: Exclude<CellStyle['format'], 'title'>
  isLocked: boolean
}

/** The number of a text among the shared ones, or `null` where it is written into its cell. */
export type ShareText = (text: string) => number | null

const lastColumn = 16_384
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A sheet up to its first row of data: the titles stay in view, and empty cells too are as locked as their column. */
export function sheetStart({
  columns,
  share,
}: {
  columns: readonly PrintedColumn[]
  share: ShareText
}): string {
  const shapes = columns.map(({ width, ...style }, index) => {
    const place = index + 1
    return `<col min="${place}" max="${place}" width="${width}" style="${styleNumber(style)}" customWidth="1"/>`
  })
  const rest = `<col min="${columns.length + 1}" max="${lastColumn}" width="12" style="${styleNumber({ format: 'general', isLocked: false })}"/>`
  const titles = columns.map(({ title, isLocked }, index) =>
    textCellXml({
      place: `${letters(index)}1`,
      style: styleNumber({ format: 'title', isLocked }),
      text: title,
      share,
    }),
  )
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${shapes.join('')}${rest}</cols><sheetData><row r="1">${titles.join('')}</row>`
  )
}

/** A row of cells, which stand by column; empty ones are left out. */
export function rowXml({
  row,
  cells,
  columns,
  share,
}: {
  row: number
  cells: readonly WorkbookCell[]
  columns: readonly PrintedColumn[]
  share: ShareText
}): string {
  let xml = `<row r="${row}">`
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]
    if (cell === null || cell === undefined || cell === '') continue
    xml += cellXml({ place: `${letters(index)}${row}`, cell, column, share })
  }
  return `${xml}</row>`
}

/** The rest of a sheet: what is protected, the filter, how it is printed. The protection keeps hands off, not thieves. */
export function sheetEnd({ reference }: { reference: string }): string {
  return (
    '</sheetData><sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" autoFilter="0"/>' +
    `<autoFilter ref="${reference}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  )
}

/** `A` for 0, `AA` for 26. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

function cellXml({
  place,
  cell,
  column,
  share,
}: {
  place: string
  cell: Exclude<WorkbookCell, null>
  column: PrintedColumn
  share: ShareText
}): string {
  const style = styleNumber(column)
  if (typeof cell === 'number') return `<c r="${place}" s="${style}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${place}" s="${style}" t="b"><v>${Number(cell)}</v></c>`
  if (typeof cell === 'string') {
    return textCellXml({ place, style, text: cell, share: column.isLocked ? inPlace : share })
  }
  if ('error' in cell) return `<c r="${place}" s="${style}" t="e"><v>${textXml(cell.error)}</v></c>`
  return `<c r="${place}" s="${style}"><v>${serialOfDay(cell.day)}</v></c>`
}

/** Locked texts are keys, none like another. */
const inPlace: ShareText = () => null

function textCellXml({
  place,
  style,
  text,
  share,
}: {
  place: string
  style: number
  text: string
  share: ShareText
}): string {
  const number = share(text)
  if (number !== null) return `<c r="${place}" s="${style}" t="s"><v>${number}</v></c>`
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${textXml(text)}</t></is></c>`
}
