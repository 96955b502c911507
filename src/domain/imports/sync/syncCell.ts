import { parseCalendarDate } from '../../calendar/calendarDate'
import { formatGermanDate } from '../../calendar/germanDate'
import { type CaseFieldName, caseFields } from '../../cases/caseFields'
import type { CaseValue } from '../../cases/caseValues'
import { cellText } from '../workbook/cellText'
import { escapeFormula } from '../workbook/escapeFormula'
import type { WorkbookCell } from '../workbook/workbook'

/** What a cell holds at most, less one for the sign that keeps a text from being a formula. */
const maxCellText = 32_766
/** Earlier days have serial numbers that spreadsheets do not agree on, for Excel's 29 February 1900. */
const firstSerialDay = '1900-03-01'

/** What the export writes for a value, to the letter: no text of it is a formula, and a yes or no is never empty. */
export function syncCell({
  field,
  value,
}: {
  field: CaseFieldName
  value: CaseValue | undefined
}): WorkbookCell {
  const { kind, options = {} } = caseFields[field]
  if (kind === 'boolean') return value === true ? 'Ja' : 'Nein'
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return value
  const text = String(value)
  if (kind === 'day') return dayCell(text)
  return textCell(kind === 'choice' ? (options[text]?.de ?? text) : text)
}

/** A text as a cell holds it. */
export function textCell(text: string): string {
  return escapeFormula(wholeCharacters(text.length > maxCellText ? text.slice(0, maxCellText) : text))
}

/**
 * A cell as cells are compared: what a round trip through a spreadsheet may change (line breaks, composed letters,
 * blanks around, characters nobody sees) makes no difference.
 */
export function comparable(cell: WorkbookCell | undefined): string {
  const text = cellText(cell)
  if (plain.test(text)) return text
  return unescaped(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .normalize('NFC')
    .trim()
}

/** Nearly every text; a trimmed one of these is its own. */
const plain = /^(?!.*_x)[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u20ac]*$/

/** Some programs take the escape of `_x000D_` off without putting it on again, so the text comes back as its character. */
function unescaped(text: string): string {
  const once = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return once === text ? text : unescaped(once)
}

/** The value of a field as cells are compared. */
export function comparableValue({
  field,
  value,
}: {
  field: CaseFieldName
  value: CaseValue | undefined
}): string {
  return comparable(syncCell({ field, value }))
}

function dayCell(text: string): WorkbookCell {
  const day = parseCalendarDate(text)
  if (!day) return textCell(text)
  return day >= firstSerialDay ? { day } : formatGermanDate(day)
}

/** Halves of characters, which no file can hold, become the sign for them. */
function wholeCharacters(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}
