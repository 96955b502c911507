import { cellText, isEmptyCell } from '../workbook/cellText'
import { titleKey } from '../workbook/titleKey'
import type { WorkbookCell, WorkbookRow, WorkbookSheet } from '../workbook/workbook'
import { type ColumnGroup, groupOfHeading, type LayoutColumn, type SheetLayout } from './berichtswesenLayout'

/** Titles stand in one of the first rows of a sheet. */
const maxTitleRow = 40

/** A sheet of counts: where each column stands, its rows of titles, its weeks as they stand there, and `Gesamt`. */
export type CountedSheet = {
  name: string
  places: ReadonlyMap<LayoutColumn, number>
  kwAt: number
  header: readonly WorkbookRow[]
  weeks: readonly WorkbookRow[]
  total: WorkbookRow | null
}

/** Finds a sheet's columns by their titles and headings; of one that lacks some, those it lacks. */
export function findCountedSheet({
  sheet,
  layout,
}: {
  sheet: WorkbookSheet
  layout: SheetLayout
}): { ok: true; found: CountedSheet } | { ok: false; missing: readonly LayoutColumn[] } {
  let best: { index: number; kwAt: number; places: Map<LayoutColumn, number> } | null = null
  for (const [index, { row, cells }] of sheet.rows.entries()) {
    if (row > maxTitleRow) break
    const kwAt = cells.findIndex((cell) => titleKey(cellText(cell)) === 'kw')
    if (kwAt === -1) continue
    const places = placesOf({ layout, cells, groups: groupsAbove(sheet.rows.slice(0, index)) })
    if (places.size > (best?.places.size ?? -1)) best = { index, kwAt, places }
  }
  const missing = layout.columns.filter((column) => !best?.places.has(column))
  if (!best || missing.length > 0) return { ok: false, missing }
  const { index, kwAt, places } = best
  const header = sheet.rows.slice(0, index + 1)
  const found = { name: sheet.name, places, kwAt, header }
  return { ok: true, found: { ...found, ...bodyOf({ rows: sheet.rows.slice(index + 1), kwAt, places }) } }
}

/** The group of every place, from the nearest row above that names one; a heading reaches to the next. */
function groupsAbove(rows: readonly WorkbookRow[]): ((place: number) => ColumnGroup | undefined) | null {
  const headings = rows.findLast(({ cells }) => cells.some((cell) => groupOfHeading(cellText(cell))))
  if (!headings) return null
  return (place) =>
    headings.cells
      .slice(0, place + 1)
      .map((cell) => groupOfHeading(cellText(cell)))
      .findLast((group) => group !== undefined)
}

/** A title counts for the group above it; where no group is named, its first is the first group's and so on. */
function placesOf({
  layout,
  cells,
  groups,
}: {
  layout: SheetLayout
  cells: readonly WorkbookCell[]
  groups: ((place: number) => ColumnGroup | undefined) | null
}): Map<LayoutColumn, number> {
  const places = new Map<LayoutColumn, number>()
  for (const [place, cell] of cells.entries()) {
    const key = titleKey(cellText(cell))
    const column = layout.columns.find(
      (candidate) =>
        !places.has(candidate) &&
        candidate.titles.some((title) => titleKey(title) === key) &&
        (candidate.group === null || !groups || groups(place) === candidate.group),
    )
    if (column) places.set(column, place)
  }
  return places
}

/** The rows between the titles and `Gesamt` (or `in %`) that hold anything to count. */
function bodyOf({
  rows,
  kwAt,
  places,
}: {
  rows: readonly WorkbookRow[]
  kwAt: number
  places: ReadonlyMap<LayoutColumn, number>
}): Pick<CountedSheet, 'weeks' | 'total'> {
  const end = rows.findIndex(({ cells }) => ends.has(titleKey(cellText(cells[kwAt]))))
  const last = end === -1 ? undefined : rows[end]
  const isTotal = last !== undefined && titleKey(cellText(last.cells[kwAt])) !== 'in'
  const counted = [...places.values()]
  const weeks = (end === -1 ? rows : rows.slice(0, end)).filter(({ cells }) =>
    counted.some((place) => !isEmptyCell(cells[place])),
  )
  return { weeks, total: isTotal ? last : null }
}

const ends: ReadonlySet<string> = new Set(['gesamt', 'summe', 'in'])
