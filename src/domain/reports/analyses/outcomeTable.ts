import { fallgruppen } from '../../cases/caseFields'
import type { Language } from '../../language'
import { share } from '../comparison'
import type { AnalysisTable } from './analysisTable'
import { analysisTexts } from './analysisTexts'
import type { Outcome } from './outcomes'

type Figures = Omit<Outcome, 'fallgruppe'>

/** How the opinions of each group were coded; shares are of those that are coded. */
export function outcomeTable({
  outcomes,
  language,
}: {
  outcomes: readonly Outcome[]
  language: Language
}): AnalysisTable {
  const texts = analysisTexts[language]
  return {
    title: texts.ergebnisse,
    columns: [
      { title: texts.gruppe, kind: 'text' },
      { title: texts.gutachten, kind: 'count' },
      { title: texts.bestaetigung, kind: 'count' },
      { title: texts.alternative, kind: 'count' },
      { title: texts.anteilAlternative, kind: 'share' },
      { title: texts.taJa, kind: 'count' },
      { title: texts.taNein, kind: 'count' },
      { title: texts.anteilTa, kind: 'share' },
    ],
    rows: outcomes.map((outcome) => [fallgruppen[outcome.fallgruppe][language], ...figuresOf(outcome)]),
    total: [texts.gesamt, ...figuresOf(totalOutcome(outcomes))],
  }
}

/** The outcomes of all groups together. */
export function totalOutcome(outcomes: readonly Outcome[]): Figures {
  const sum = { gutachten: 0, bestaetigung: 0, alternative: 0, taJa: 0, taNein: 0 }
  for (const outcome of outcomes)
    for (const name of Object.keys(sum) as (keyof Figures)[]) sum[name] += outcome[name]
  return sum
}

function figuresOf({ gutachten, bestaetigung, alternative, taJa, taNein }: Figures) {
  return [
    gutachten,
    bestaetigung,
    alternative,
    shareOrNone(alternative, bestaetigung),
    taJa,
    taNein,
    shareOrNone(taJa, taNein),
  ]
}

/** A share of nothing is no share. */
function shareOrNone(part: number, rest: number): number | null {
  return part + rest === 0 ? null : share(part, part + rest)
}
