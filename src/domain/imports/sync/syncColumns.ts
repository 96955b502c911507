import { caseFields } from '../../cases/caseFields'
import { type AccountingColumn, accountingOrder, accountingTitle } from '../accounting/accountingColumns'

/** A column of the sync workbook: one of the accounting workbook, the Fall-ID, or the version of the row's case. */
export type SyncColumn = AccountingColumn | 'stand'

/** The two columns that nobody may edit. */
export const protectedColumns = ['fallId', 'stand'] as const satisfies readonly SyncColumn[]

/** The sheets of the accounting workbook (SPEC §4); they are there even when they have no case. */
export const usualSheets = ['2026', '2025', '2024', '2023', '2020-2022'] as const

const severalYears = '2020-2022'

/** The sheet of a case by its ISO year: a year outside those of the accounting workbook has a sheet of its own. */
export function syncSheetName(jahr: number): string {
  return jahr >= 2020 && jahr <= 2022 ? severalYears : String(jahr)
}

/** The year of a sheet's rows by its name; `null` where each row has its own, or where the name is no year. */
export function yearOfSheet(name: string): number | null {
  return /^\d{4}$/.test(name.trim()) ? Number(name.trim()) : null
}

/** Whether a sheet is named like those that the export writes; none of those may be left out unnoticed. */
export function isYearSheet(name: string): boolean {
  return /^\d{4}(-\d{4})?$/.test(name.trim())
}

/** The sheets in their order, newest first. */
export function inOrder(names: Iterable<string>): string[] {
  return [...names].sort((left, right) => lastYear(right) - lastYear(left))
}

/** The columns of a sheet in their order: those of the accounting workbook, then the protected ones. */
export function syncColumns(sheetName: string): readonly SyncColumn[] {
  const [first = 'lfdNr', ...others] = accountingOrder
  const year: readonly SyncColumn[] = sheetName === severalYears ? ['jahr'] : []
  return [first, ...year, ...others, ...protectedColumns]
}

/** The title a column is written with. */
export function syncTitle(column: SyncColumn): string {
  if (column === 'stand') return 'Stand'
  return column === 'fallId' ? caseFields.fallId.de : accountingTitle(column)
}

function lastYear(name: string): number {
  return Number(name.slice(-4))
}
