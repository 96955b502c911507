import { isEmptyCell } from '../workbook/cellText'
import type { WorkbookCell, WorkbookRow } from '../workbook/workbook'
import { type AccountingColumn, accountingOrder, columnOfTitle } from './accountingColumns'

/** Titles stand in one of the first rows of a sheet. */
const maxTitleRow = 20
/** So many known titles make a row of titles; a row of data has hardly one. */
const minTitles = 3

/** Where the columns of a sheet stand, and how many of its rows (of those that have cells) are above the data. */
export type ColumnPlaces = { places: ReadonlyMap<AccountingColumn, number>; headerRows: number }

/**
 * Finds the row of titles (the one with most of them; some sheets have a row of groups above) and the place of every
 * column: by its title, where that is missing by its position. `null` when no row has titles.
 */
export function findAccountingColumns(rows: readonly WorkbookRow[]): ColumnPlaces | null {
  let best: { index: number; places: Map<AccountingColumn, number> } | null = null
  for (const [index, { row, cells }] of rows.entries()) {
    if (row > maxTitleRow) break
    const places = placesOf(cells)
    if (places.size >= minTitles && places.size > (best?.places.size ?? 0)) best = { index, places }
  }
  if (!best) return null
  addUntitled({
    places: best.places,
    titles: rows[best.index]?.cells ?? [],
    filled: filledPlaces(rows.slice(best.index + 1)),
  })
  return { places: best.places, headerRows: best.index + 1 }
}

function placesOf(cells: readonly WorkbookCell[]): Map<AccountingColumn, number> {
  const places = new Map<AccountingColumn, number>()
  for (const [place, cell] of cells.entries()) {
    const column = typeof cell === 'string' ? columnOfTitle(cell) : undefined
    if (column !== undefined && !places.has(column)) places.set(column, place)
  }
  return places
}

/** A column without a title stands beside its neighbours of the usual order, where no other title is. */
function addUntitled({
  places,
  titles,
  filled,
}: {
  places: Map<AccountingColumn, number>
  titles: readonly WorkbookCell[]
  filled: ReadonlySet<number>
}): void {
  const order = places.has('jahr')
    ? [...accountingOrder.slice(0, 1), 'jahr' as const, ...accountingOrder.slice(1)]
    : accountingOrder
  const taken = new Set(places.values())
  for (const [index, column] of order.entries()) {
    if (places.has(column)) continue
    const before = places.get(order[index - 1] ?? column)
    const after = places.get(order[index + 1] ?? column)
    const candidates = [
      before === undefined ? undefined : before + 1,
      after === undefined ? undefined : after - 1,
      index,
    ]
    const place = candidates.find(
      (at) => at !== undefined && filled.has(at) && !taken.has(at) && isEmptyCell(titles[at]),
    )
    if (place === undefined) continue
    places.set(column, place)
    taken.add(place)
  }
}

/** Where anything stands below the titles. */
function filledPlaces(rows: readonly WorkbookRow[]): Set<number> {
  const filled = new Set<number>()
  for (const { cells } of rows) {
    for (const [place, cell] of cells.entries()) if (!isEmptyCell(cell)) filled.add(place)
  }
  return filled
}
