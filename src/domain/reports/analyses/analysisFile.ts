import { fallgruppen } from '../../cases/caseFields'
import type { Language } from '../../language'
import type { SheetModel } from '../sheetModel'
import type { Analyses } from './analyses'
import type { AnalysisTable } from './analysisTable'

/** A table as a sheet: what it is about in row 1, the titles of its columns in row 2. */
export function analysisSheet({ table, scope }: { table: AnalysisTable; scope: string }): SheetModel {
  const rows = [...table.rows, ...(table.total ? [table.total] : [])]
  return {
    title: table.title,
    rows: [[`${table.title}, ${scope}`], table.columns.map(({ title }) => title), ...rows],
    percentCells: rows.flatMap((_, index) =>
      table.columns.flatMap(({ kind }, column) =>
        kind === 'share' ? [{ row: index + 3, column: column + 1 }] : [],
      ),
    ),
    boldRows: [1, 2, ...(table.total ? [rows.length + 2] : [])],
    merges: [],
    frozenRows: 2,
    repeatedFrom: 1,
    columnWidths: table.columns.map(({ title }, column) => Math.max(title.length + 2, widthOf(rows, column))),
  }
}

/** A table as the records of a CSV file, its numbers as the language's spreadsheets read them. */
export function analysisRecords({
  table,
  language,
}: {
  table: AnalysisTable
  language: Language
}): string[][] {
  const numbers = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 1, ...options })
  const [plain, percent] = [numbers({}), numbers({ minimumFractionDigits: 1 })]
  return [...table.rows, ...(table.total ? [table.total] : [])].map((row) =>
    row.map((cell, column) => {
      if (typeof cell !== 'number') return cell ?? ''
      return table.columns[column]?.kind === 'share' ? `${percent.format(cell * 100)}%` : plain.format(cell)
    }),
  )
}

/** What the analyses are about: the year and the group, `2026, Onkologie`. */
export function scopeOf({
  analyses: { jahr, fallgruppe },
  language,
}: {
  analyses: Pick<Analyses, 'jahr' | 'fallgruppe'>
  language: Language
}): string {
  return fallgruppe === null ? String(jahr) : `${jahr}, ${fallgruppen[fallgruppe][language]}`
}

const maxWidth = 60

function widthOf(rows: AnalysisTable['rows'], column: number): number {
  const longest = Math.max(0, ...rows.map((row) => String(row[column] ?? '').length))
  return Math.min(longest + 2, maxWidth)
}
