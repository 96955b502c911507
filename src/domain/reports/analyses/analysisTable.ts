import type { Language } from '../../language'
import type { SheetCell } from '../sheetModel'
import type { Analyses } from './analyses'
import { durationTable, type Raster } from './durationTable'
import { icdTable } from './icdTable'
import { openWorkTable } from './openWorkTable'
import { outcomeTable } from './outcomeTable'

/** The tables of the analyses, in the order of the page and of the workbook. */
export const analysisTables = ['bisUnterlagen', 'bisGutachten', 'ergebnisse', 'icd', 'offen'] as const
export type AnalysisTableName = (typeof analysisTables)[number]

/** A table of figures as plain rows; the page, the workbook and the CSV only print it. The first column names the row. */
export type AnalysisTable = {
  title: string
  columns: { title: string; kind: 'text' | 'count' | 'days' | 'share' }[]
  rows: SheetCell[][]
  /** The row below them, where they have a sum. */
  total?: SheetCell[]
}

/** One table of the analyses; `raster` is what the durations are told by. */
export function analysisTable({
  name,
  analyses,
  raster,
  language,
}: {
  name: AnalysisTableName
  analyses: Analyses
  raster: Raster
  language: Language
}): AnalysisTable {
  switch (name) {
    case 'bisUnterlagen':
      return durationTable({ durations: analyses.dauer.unterlagen, title: name, raster, language })
    case 'bisGutachten':
      return durationTable({ durations: analyses.dauer.gutachten, title: name, raster, language })
    case 'ergebnisse':
      return outcomeTable({ outcomes: analyses.ergebnisse, language })
    case 'icd':
      return icdTable({ icd: analyses.icd, erstberatungen: analyses.erstberatungen, language })
    case 'offen':
      return openWorkTable({ rows: analyses.offen, language })
  }
}
