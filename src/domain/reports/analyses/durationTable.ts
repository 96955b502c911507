import { fallgruppen } from '../../cases/caseFields'
import type { Language } from '../../language'
import type { AnalysisTable } from './analysisTable'
import { analysisTexts, monthName } from './analysisTexts'
import type { Durations } from './durations'
import type { Spread } from './spread'

/** What durations are told by: the case's month or week, or its group. */
export const rasters = ['monat', 'woche', 'gruppe'] as const
export type Raster = (typeof rasters)[number]

/** The durations of a raster, each with what it is called. */
export function durationRows({
  durations,
  raster,
  language,
}: {
  durations: Durations
  raster: Raster
  language: Language
}): ({ name: string } & Spread)[] {
  switch (raster) {
    case 'monat':
      return durations.monate.map((row) => ({ ...row, name: monthName({ monat: row.monat, language }) }))
    case 'woche':
      return durations.wochen.map((row) => ({ ...row, name: String(row.kw) }))
    case 'gruppe':
      return durations.gruppen.map((row) => ({ ...row, name: fallgruppen[row.fallgruppe][language] }))
  }
}

/** The table behind a chart of durations. */
export function durationTable({
  durations,
  title,
  raster,
  language,
}: {
  durations: Durations
  title: 'bisUnterlagen' | 'bisGutachten'
  raster: Raster
  language: Language
}): AnalysisTable {
  const texts = analysisTexts[language]
  return {
    title: texts[title],
    columns: [
      { title: texts[raster], kind: 'text' },
      { title: texts.gemessen, kind: 'count' },
      { title: texts.median, kind: 'days' },
      { title: texts.p90, kind: 'days' },
    ],
    rows: durationRows({ durations, raster, language }).map(({ name, faelle, median, p90 }) => [
      name,
      faelle,
      median,
      p90,
    ]),
    total: [texts.gesamt, durations.gesamt.faelle, durations.gesamt.median, durations.gesamt.p90],
  }
}
