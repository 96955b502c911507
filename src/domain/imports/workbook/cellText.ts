import { formatGermanDate } from '../../calendar/germanDate'
import { unescapeFormula } from './escapeFormula'
import type { WorkbookCell } from './workbook'

/** A cell as a person sees it, trimmed; days as DD.MM.YYYY, yes and no as Excel writes them in German. */
export function cellText(cell: WorkbookCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return unescapeFormula(cell.trim())
  if (typeof cell === 'boolean') return cell ? 'WAHR' : 'FALSCH'
  if (typeof cell === 'number') return Object.is(cell, -0) ? '0' : String(cell)
  return 'day' in cell ? formatGermanDate(cell.day) : cell.error
}

/** Whether nothing stands in a cell. */
export function isEmptyCell(cell: WorkbookCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}
