'use client'

import { fallgruppen } from '../../../../domain/cases/caseFields'
import { analysisTexts } from '../../../../domain/reports/analyses/analysisTexts'
import { totalOutcome } from '../../../../domain/reports/analyses/outcomeTable'
import type { AnalysesOut } from '../../../../endpoints/analyses/contract'
import { formatCount, formatShare } from '../../../ui/formatNumbers'
import { usePortalText } from '../../../ui/usePortalText'
import { AnalysisPanel, type PanelProps } from './AnalysisPanel'
import { type Bar, BarRows } from './BarRows'
import { useScope } from './useScope'

/** How opinions were coded in each group: confirmed or another way, with a change of therapy or without. */
export function OutcomePanel({ analyses, filter }: PanelProps) {
  const { language } = usePortalText()
  const texts = analysisTexts[language]
  const barOf = useBar()
  const isCoded = analyses !== null && codedOf(analyses) > 0
  return (
    <AnalysisPanel
      analyses={analyses}
      chart={
        isCoded && (
          <BarRows
            legend={(['alternative', 'bestaetigung', 'taJa', 'taNein'] as const).map((key) => ({
              key,
              label: texts[key],
              colour: `var(--chart-${key})`,
            }))}
            rows={analyses.ergebnisse.map((outcome) => ({
              key: outcome.fallgruppe,
              label: fallgruppen[outcome.fallgruppe][language],
              bars: [
                barOf({ of: 'alternative', rest: 'bestaetigung', outcome }),
                barOf({ of: 'taJa', rest: 'taNein', outcome }),
              ],
            }))}
          />
        )
      }
      filter={filter}
      hasOwnHeight
      name="ergebnisse"
      summary={useSummary(analyses)}
    />
  )
}

type Figures = Record<'alternative' | 'bestaetigung' | 'taJa' | 'taNein', number>
type Parts = { of: 'alternative' | 'taJa'; rest: 'bestaetigung' | 'taNein'; outcome: Figures }

function useBar(): (parts: Parts) => Bar {
  const { t, language } = usePortalText()
  return ({ of, rest, outcome }) => {
    const all = outcome[of] + outcome[rest]
    const part = (count: number) => (all === 0 ? 0 : count / all)
    return {
      key: of,
      segments: [of, rest].map((key) => ({
        key,
        colour: `var(--chart-${key})`,
        part: part(outcome[key]),
      })),
      figures:
        all === 0
          ? '–'
          : t('analyses:outcomeFigures', {
              anteil: formatShare(part(outcome[of]), language),
              anzahl: formatCount(all, language),
            }),
    }
  }
}

function codedOf(analyses: AnalysesOut): number {
  const { bestaetigung, alternative } = totalOutcome(analyses.ergebnisse)
  return bestaetigung + alternative
}

function useSummary(analyses: AnalysesOut | null): string | null {
  const { t, language } = usePortalText()
  const bereich = useScope(analyses)
  if (!analyses) return null
  const { bestaetigung, alternative, taJa, taNein } = totalOutcome(analyses.ergebnisse)
  const coded = bestaetigung + alternative
  if (coded === 0) return t('analyses:outcomeNone', { bereich })
  const therapies = taJa + taNein
  return t('analyses:outcomeSummary', {
    codiert: formatCount(coded, language),
    alternative: formatCount(alternative, language),
    anteil: formatShare(alternative / coded, language),
    taJa: formatCount(taJa, language),
    taCodiert: formatCount(therapies, language),
    taAnteil: formatShare(therapies === 0 ? 0 : taJa / therapies, language),
  })
}
