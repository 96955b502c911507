import { fallgruppeKeys } from '../../cases/caseFields'
import type { Problem } from '../../problem'
import type { SummaryColumn } from '../../reports/summaryColumns'
import type { RowValues } from '../planItem'

/** What the groups add up to: the columns for all, and the ending of each group's column. */
const sums = [
  { field: 'erstberatungen', all: ['erstberatungen'], part: 'Anzahl' },
  { field: 'gutachten', all: ['gutachten'], part: 'Gutachten' },
  {
    field: 'Keine RM/Ablehnung',
    all: ['keineRueckmeldung', 'ablehnungen'],
    part: 'KeineRueckmeldungAblehnung',
  },
  { field: 'gutachtenAlternative', all: ['gutachtenAlternative'], part: 'Alternative' },
  { field: 'gutachtenBestaetigung', all: ['gutachtenBestaetigung'], part: 'Bestaetigung' },
] as const satisfies readonly { field: string; all: readonly SummaryColumn[]; part: string }[]

/** Warns where a week's groups do not add up to what it has for all; a sum with a count missing is not checked. */
export function differentSums(week: RowValues): Problem[] {
  return sums.flatMap(({ field, all, part }): Problem[] => {
    const total = sumOf({ week, columns: all })
    const sum = sumOf({ week, columns: fallgruppeKeys.map((group) => `${group}${part}` as const) })
    if (total === null || sum === null || total === sum) return []
    return [{ level: 'warning', code: 'differentSum', field, value: String(total), params: { sum } }]
  })
}

function sumOf({ week, columns }: { week: RowValues; columns: readonly SummaryColumn[] }): number | null {
  let sum = 0
  for (const column of columns) {
    const count = week[column]
    if (typeof count !== 'number') return null
    sum += count
  }
  return sum
}
