import type { SheetCell, SheetModel } from '../sheetModel'

/** A group of columns under one heading; a heading over several columns is merged. */
export type ColumnGroup = {
  heading: string | null
  columns: { title: string; count: (kw: number | null) => number }[]
}

const titleRow = 1
const headingRow = 3
const headerRow = 4

type WeeklyTable = { title: string; kw: number; groups: ColumnGroup[] }

/**
 * The layout of sheets 2 to 4 (SPEC §6): title in A1, headings in row 3, column titles in row 4, a row per week
 * from row 5, `Gesamt`. `count` answers a week's number, for `null` that of all weeks.
 */
export function weeklySheet({ title, kw, groups }: WeeklyTable): SheetModel {
  const columns = groups.flatMap((group) => group.columns)
  const hasHeadings = groups.some((group) => group.heading !== null)
  const rows = tableRows({ title, kw, groups })
  return {
    title,
    rows,
    percentCells: [],
    boldRows: [titleRow, ...(hasHeadings ? [headingRow] : []), headerRow, rows.length],
    merges: merges(groups),
    frozenRows: headerRow,
    repeatedFrom: titleRow,
    columnWidths: [8, ...columns.map((column) => Math.max(9, column.title.length + 2))],
  }
}

function tableRows({ title, kw, groups }: WeeklyTable): SheetCell[][] {
  const columns = groups.flatMap((group) => group.columns)
  const counts = (week: number | null) => columns.map((column) => column.count(week))
  return [
    [title],
    [],
    groups.some((group) => group.heading !== null) ? headings(groups) : [],
    ['KW', ...columns.map((column) => column.title)],
    ...Array.from({ length: kw }, (_, index) => [index + 1, ...counts(index + 1)]),
    ['Gesamt', ...counts(null)],
  ]
}

function headings(groups: ColumnGroup[]): SheetCell[] {
  return [
    null,
    ...groups.flatMap(({ heading, columns }) => columns.map((_, index) => (index === 0 ? heading : null))),
  ]
}

function merges(groups: ColumnGroup[]): SheetModel['merges'] {
  const found: SheetModel['merges'] = []
  let fromColumn = 2
  for (const { heading, columns } of groups) {
    const toColumn = fromColumn + columns.length - 1
    if (heading !== null && toColumn > fromColumn) found.push({ row: headingRow, fromColumn, toColumn })
    fromColumn = toColumn + 1
  }
  return found
}
