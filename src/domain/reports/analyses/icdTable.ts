import type { Language } from '../../language'
import { share } from '../comparison'
import type { AnalysisTable } from './analysisTable'
import { analysisTexts } from './analysisTexts'
import type { MainGroups } from './mainGroups'

/** The most frequent main groups; without a sum, for a case can have codes of several. */
export function icdTable({
  icd,
  erstberatungen,
  language,
}: {
  icd: MainGroups
  erstberatungen: number
  language: Language
}): AnalysisTable {
  const texts = analysisTexts[language]
  return {
    title: texts.icd,
    columns: [
      { title: texts.hauptgruppe, kind: 'text' },
      { title: texts.titel, kind: 'text' },
      { title: texts.faelle, kind: 'count' },
      { title: texts.anteil, kind: 'share' },
    ],
    rows: icd.haeufigste.map(({ hauptgruppe, titel, faelle }) => [
      hauptgruppe,
      titel,
      faelle,
      share(faelle, erstberatungen),
    ]),
  }
}
