import type { Counts, CubeCount } from './cube'

/** The column of `yearly-summaries` that holds each count of the cube. */
const columnOf: Record<CubeCount, string> = {
  erstberatungen: 'erstberatungen',
  unterlagen: 'unterlagen',
  ablehnungen: 'ablehnungen',
  keineRueckmeldung: 'keineRueckmeldung',
  gutachten: 'gutachten',
  alternative: 'gutachtenAlternative',
  bestaetigung: 'gutachtenBestaetigung',
  taJa: 'taJa',
  taNein: 'taNein',
  diagnosekorrektur: 'taDiagnosekorrektur',
  unterversorgung: 'taUnterversorgung',
  uebertherapie: 'taUebertherapie',
}

/** The sum of rows of `yearly-summaries` as counts of the cube. */
export function countsOfSummaries(rows: readonly Readonly<Record<string, unknown>>[]): Counts {
  const entries = Object.entries(columnOf).map(([count, column]) => [
    count,
    rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0),
  ])
  return Object.fromEntries(entries) as Counts
}
