'use client'

import type { AnalysesOut } from '../../../../endpoints/analyses/contract'
import { formatCount, formatShare } from '../../../ui/formatNumbers'
import { usePortalText } from '../../../ui/usePortalText'
import { AnalysisPanel, type PanelProps } from './AnalysisPanel'
import { BarRows } from './BarRows'
import { useScope } from './useScope'

/** How many of the main groups the chart has room for; the table has more. */
const shown = 10

/** The main groups of codes that most cases have, with the catalogue's titles. */
export function IcdPanel({ analyses, filter }: PanelProps) {
  const { language } = usePortalText()
  const rows = analyses?.icd.haeufigste.slice(0, shown) ?? []
  const most = rows[0]?.faelle ?? 0
  return (
    <AnalysisPanel
      analyses={analyses}
      chart={
        rows.length > 0 && (
          <BarRows
            rows={rows.map(({ hauptgruppe, titel, faelle }) => ({
              key: hauptgruppe,
              label: titel ? `${hauptgruppe} ${titel}` : hauptgruppe,
              bars: [
                {
                  key: hauptgruppe,
                  segments: [{ key: hauptgruppe, colour: 'var(--chart-icd)', part: faelle / most }],
                  figures: formatCount(faelle, language),
                },
              ],
            }))}
          />
        )
      }
      filter={filter}
      hasOwnHeight
      name="icd"
      summary={useSummary(analyses)}
    />
  )
}

function useSummary(analyses: AnalysesOut | null): string | null {
  const { t, language } = usePortalText()
  const bereich = useScope(analyses)
  if (!analyses) return null
  const [first] = analyses.icd.haeufigste
  if (!first) return t('analyses:icdNone', { bereich })
  return t('analyses:icdSummary', {
    hauptgruppe: first.hauptgruppe,
    faelle: formatCount(first.faelle, language),
    anteil: formatShare(first.faelle / analyses.erstberatungen, language),
    anzahl: formatCount(analyses.icd.anzahl, language),
  })
}
