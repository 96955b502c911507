import { isRealWeek, weeksInYear } from '../../calendar/isoWeek'
import type { Problem } from '../../problem'
import { cellText } from '../workbook/cellText'
import type { WorkbookRow } from '../workbook/workbook'
import type { CountedSheet } from './findCountedSheet'

/** A row that counts no week of the year. */
export type StrayRow = { sheet: string; row: WorkbookRow; kw: number | null; problem: Problem }

/** A sheet's rows by their week, and those that name none, or one that was there before. */
export type WeeksOfSheet = { sheet: CountedSheet; byKw: ReadonlyMap<number, WorkbookRow>; strays: StrayRow[] }

/** Finds the weeks of a sheet by its column `KW`. */
export function weeksOfSheet({ sheet, jahr }: { sheet: CountedSheet; jahr: number }): WeeksOfSheet {
  const byKw = new Map<number, WorkbookRow>()
  const strays: StrayRow[] = []
  for (const row of sheet.weeks) {
    const value = cellText(row.cells[sheet.kwAt])
    const kw = weekIn(value)
    const stray = (problem: Pick<Problem, 'code' | 'params'>) => {
      const params = { sheet: sheet.name, row: row.row, ...problem.params }
      const shown = value === '' ? null : value.slice(0, 200)
      strays.push({
        sheet: sheet.name,
        row,
        kw,
        problem: { level: 'error', field: 'kw', value: shown, code: problem.code, params },
      })
    }
    const known = kw === null ? undefined : byKw.get(kw)
    if (kw === null || !isRealWeek({ jahr, kw }))
      stray({ code: 'unknownWeek', params: { jahr, lastKw: weeksInYear(jahr) } })
    else if (known) stray({ code: 'repeatedWeek', params: { firstRow: known.row } })
    else byKw.set(kw, row)
  }
  return { sheet, byKw, strays }
}

/** `9`, `KW 9` or `09`. */
function weekIn(text: string): number | null {
  const match = /^(?:KW)?\s*(\d{1,2})$/i.exec(text)
  return match ? Number(match[1]) : null
}
