import type { Problem } from '../../problem'
import type { RowValues, SourceRow } from '../planItem'
import type { LayoutColumn } from './berichtswesenLayout'
import { readCount } from './readCount'
import type { WeeksOfSheet } from './weeksOfSheet'

type Reading = Pick<SourceRow, 'problems' | 'elsewhere'> & { data: RowValues }

/** Reads a week's counts from the row it has on every sheet. */
export function readWeek({
  jahr,
  kw,
  sheets,
}: {
  jahr: number
  kw: number
  sheets: readonly WeeksOfSheet[]
}): Reading {
  const data: RowValues = { jahr, kw }
  const problems: Problem[] = []
  const takenFrom = new Map<string, string>()
  for (const { sheet, byKw } of sheets) {
    const row = byKw.get(kw)
    if (!row) {
      problems.push({
        level: 'error',
        code: 'missingWeek',
        field: 'kw',
        value: String(kw),
        params: { sheet: sheet.name },
      })
      continue
    }
    for (const [{ field }, place] of sheet.places) {
      const reading = readCount(row.cells[place])
      const params = { sheet: sheet.name, row: row.row }
      if (!reading.ok) {
        problems.push({ level: 'error', code: reading.code, field, value: reading.value, params })
      } else if (data[field] === undefined) {
        data[field] = reading.count
        takenFrom.set(field, sheet.name)
      } else if (data[field] !== reading.count) {
        const taken = { taken: Number(data[field]), takenFrom: takenFrom.get(field) ?? '' }
        const code = 'differentCount'
        const value = String(reading.count)
        problems.push({ level: 'warning', code, field, value, params: { ...params, ...taken } })
      }
    }
  }
  return { data, problems, elsewhere: elsewhereOf({ kw, sheets }) }
}

/** Where `Gesamt` of a sheet is not the sum of its weeks; columns with a week that is no number are left out. */
export function differentTotals({ sheet, byKw }: WeeksOfSheet): Problem[] {
  const { total } = sheet
  if (!total) return []
  return [...sheet.places].flatMap(([column, place]): Problem[] => {
    const given = readCount(total.cells[place])
    const counts = [...byKw.values()].map(({ cells }) => readCount(cells[place]))
    if (!given.ok || counts.some(({ ok }) => !ok)) return []
    const sum = counts.reduce((before, reading) => before + (reading.ok ? reading.count : 0), 0)
    return sum === given.count ? [] : [differentTotal({ sheet: sheet.name, column, given: given.count, sum })]
  })
}

function differentTotal({
  sheet,
  column: { field },
  given,
  sum,
}: {
  sheet: string
  column: LayoutColumn
  given: number
  sum: number
}): Problem {
  return {
    level: 'warning',
    code: 'differentTotal',
    field,
    value: String(given),
    params: { sheet, sum },
  }
}

function elsewhereOf({ kw, sheets }: { kw: number; sheets: readonly WeeksOfSheet[] }) {
  return sheets.slice(1).flatMap(({ sheet, byKw }) => {
    const row = byKw.get(kw)
    return row ? [{ sheet: sheet.name, cells: row.cells }] : []
  })
}
