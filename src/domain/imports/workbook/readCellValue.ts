import type { CalendarDate } from '../../calendar/calendarDate'
import { serialDay } from '../../calendar/serialDay'
import { type CaseFieldName, caseFields } from '../../cases/caseFields'
import type { CaseValue } from '../../cases/caseValues'
import { type CaseValueReading, readCaseValue } from '../../cases/readCaseValue'
import type { Problem } from '../../problem'
import { cellText } from './cellText'
import type { WorkbookCell } from './workbook'

type CellOfField = {
  field: CaseFieldName
  cell: WorkbookCell
  today: CalendarDate
  is1904: boolean
}

/** Reads a cell into a field's value; the value of a problem is the whole cell, what is wrong in it is in its words. */
export function readCellValue(given: CellOfField): CaseValueReading {
  const { field, cell, today } = given
  const text = cellText(cell)
  if (typeof cell === 'object' && cell !== null && 'error' in cell) {
    return { value: null, problems: [{ level: 'error', code: 'cellError', field, value: text }] }
  }
  const { value, problems } = readCaseValue({ field, raw: rawOf(given), today })
  return { value, problems: problems.map((problem) => withWholeText({ problem, text })) }
}

/** What the field is read from: a serial number as the day it stands for, everything else as its text. */
function rawOf({ field, cell, is1904 }: CellOfField): CaseValue {
  if (typeof cell !== 'number' || caseFields[field].kind !== 'day' || isYear(cell)) return cellText(cell)
  return serialDay({ serial: cell, is1904 }) ?? cellText(cell)
}

/** A bare number like 2026 among days is a year that somebody typed, not a day of 1905. */
function isYear(number: number): boolean {
  return number >= 1850 && number <= 2199
}

function withWholeText({ problem, text }: { problem: Problem; text: string }): Problem {
  const part = problem.value
  const value = text.slice(0, 200)
  if (part === null || part === value) return { ...problem, value }
  return { ...problem, value, params: { ...problem.params, value: part } }
}
