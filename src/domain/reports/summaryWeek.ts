import { type SummaryColumn, summaryColumns } from './summaryColumns'

/** The counts of a week of an earlier year, as `yearly-summaries` holds them. */
export type SummaryWeek = Record<'jahr' | 'kw' | SummaryColumn, number>

const names = ['jahr', 'kw', ...summaryColumns] as const

/** The week that values make, or `null` while one of its numbers is missing. */
export function summaryWeekOf(values: Readonly<Record<string, unknown>>): SummaryWeek | null {
  const entries = names.map((name) => [name, values[name]] as const)
  if (entries.some(([, value]) => typeof value !== 'number')) return null
  return Object.fromEntries(entries) as SummaryWeek
}
