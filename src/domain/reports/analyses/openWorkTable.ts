import type { Language } from '../../language'
import type { AnalysisTable } from './analysisTable'
import { analysisTexts } from './analysisTexts'
import { type OpenWork, openKinds } from './openWork'

/** What is open by age, with the sum of each kind. */
export function openWorkTable({
  rows,
  language,
}: {
  rows: readonly OpenWork[]
  language: Language
}): AnalysisTable {
  const texts = analysisTexts[language]
  const sums = openKinds.map((kind) => rows.reduce((sum, row) => sum + row[kind], 0))
  return {
    title: texts.offen,
    columns: [
      { title: texts.alter, kind: 'text' },
      ...openKinds.map((kind) => ({ title: texts[kind], kind: 'count' as const })),
    ],
    rows: rows.map((row) => [texts[row.alter], ...openKinds.map((kind) => row[kind])]),
    total: [texts.gesamt, ...sums],
  }
}
