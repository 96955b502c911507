import type { AccountingColumn } from '../accounting/accountingColumns'
import { findAccountingColumns } from '../accounting/findAccountingColumns'
import { cellText } from '../workbook/cellText'
import type { WorkbookRow } from '../workbook/workbook'
import { type SyncColumn, syncTitle } from './syncColumns'

/** Without these a row says neither whose it is nor what a new case would be. */
const needed = ['datum', 'nachname', 'fallgruppe', 'fallId'] as const satisfies readonly SyncColumn[]

/** Where the columns of a sheet stand, how many rows are above the data, and which needed columns are missing. */
export type SyncPlaces = {
  places: ReadonlyMap<SyncColumn, number>
  accountingPlaces: ReadonlyMap<AccountingColumn, number>
  headerRows: number
  missing: readonly SyncColumn[]
}

/** Finds the columns of a sheet: those of the accounting workbook as there, the protected ones by their titles. */
export function findSyncColumns(rows: readonly WorkbookRow[]): SyncPlaces {
  const found = findAccountingColumns(rows)
  if (!found) return { places: new Map(), accountingPlaces: new Map(), headerRows: 0, missing: needed }
  const places = new Map<SyncColumn, number>(found.places)
  const titles = (rows[found.headerRows - 1]?.cells ?? []).map((cell) => titleKey(cellText(cell)))
  for (const column of ['fallId', 'stand'] as const) {
    const place = titles.indexOf(titleKey(syncTitle(column)))
    if (place >= 0) places.set(column, place)
  }
  return {
    places,
    accountingPlaces: found.places,
    headerRows: found.headerRows,
    missing: needed.filter((column) => !places.has(column)),
  }
}

function titleKey(title: string): string {
  return title.toLowerCase().replace(/[^a-z]/g, '')
}
