'use client'

import { analysisTexts } from '../../../../domain/reports/analyses/analysisTexts'
import { openKinds } from '../../../../domain/reports/analyses/openWork'
import type { AnalysesOut } from '../../../../endpoints/analyses/contract'
import { formatDay } from '../../../ui/formatDay'
import { formatCount } from '../../../ui/formatNumbers'
import { usePortalText } from '../../../ui/usePortalText'
import { AnalysisPanel, type PanelProps } from './AnalysisPanel'
import { BarRows } from './BarRows'

/** What is still to be done, by age: pending ICD, pending coding, no answer. */
export function OpenWorkPanel({ analyses, filter }: PanelProps) {
  const { language } = usePortalText()
  const texts = analysisTexts[language]
  const rows = analyses?.offen ?? []
  const most = Math.max(0, ...rows.flatMap((row) => openKinds.map((kind) => row[kind])))
  return (
    <AnalysisPanel
      analyses={analyses}
      chart={
        most > 0 && (
          <BarRows
            legend={openKinds.map((key) => ({ key, label: texts[key], colour: `var(--chart-${key})` }))}
            rows={rows.map((row) => ({
              key: row.alter,
              label: texts[row.alter],
              bars: openKinds.map((kind) => ({
                key: kind,
                segments: [{ key: kind, colour: `var(--chart-${kind})`, part: row[kind] / most }],
                figures: formatCount(row[kind], language),
              })),
            }))}
          />
        )
      }
      filter={filter}
      hasOwnHeight
      name="offen"
      summary={useSummary(analyses)}
    />
  )
}

function useSummary(analyses: AnalysesOut | null): string | null {
  const { t, language } = usePortalText()
  if (!analyses) return null
  const sum = (kind: (typeof openKinds)[number]) =>
    analyses.offen.reduce((total, row) => total + row[kind], 0)
  const [icd, coding, answer] = openKinds.map(sum)
  const stand = formatDay(analyses.stand)
  if (!icd && !coding && !answer) return t('analyses:openNone', { stand })
  const old = analyses.offen.at(-1)
  const count = (number: number | undefined) => formatCount(number ?? 0, language)
  return t('analyses:openSummary', {
    stand,
    pendingIcd: count(icd),
    pendingCoding: count(coding),
    keineRueckmeldung: count(answer),
    altIcd: count(old?.pendingIcd),
    altCoding: count(old?.pendingCoding),
    altRueckmeldung: count(old?.keineRueckmeldung),
  })
}
