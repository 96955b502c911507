import type { CalendarDate } from '../../calendar/calendarDate'

/**
 * One cell as it is stored: of formulas the last result, of numbers formatted as dates the day, of error values their
 * name (`#N/A`). `null` is empty.
 */
export type WorkbookCell = string | number | boolean | { day: CalendarDate } | { error: string } | null

/** A row that has cells; `row` counts from 1 as a person sees it, cells stand by column from 0. */
export type WorkbookRow = { row: number; cells: readonly WorkbookCell[] }

export type WorkbookSheet = { name: string; rows: readonly WorkbookRow[] }

/** The sheets of a workbook that were asked for, in its order; `is1904` says what serial numbers count from. */
export type Workbook = { sheets: readonly WorkbookSheet[]; sheetNames: readonly string[]; is1904: boolean }
