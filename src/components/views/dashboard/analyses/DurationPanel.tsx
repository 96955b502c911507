'use client'

import { lazy } from 'react'
import type { Wait } from '../../../../domain/reports/analyses/durations'
import { durationRows } from '../../../../domain/reports/analyses/durationTable'
import type { AnalysesOut } from '../../../../endpoints/analyses/contract'
import { formatCount, formatDays } from '../../../ui/formatNumbers'
import { usePortalText } from '../../../ui/usePortalText'
import { AnalysisPanel, type PanelProps } from './AnalysisPanel'
import { useScope } from './useScope'

const Columns = lazy(async () => ({ default: (await import('../Columns')).Columns<Row> }))

type Row = { name: string; median: number | null; p90: number | null }

const tableOf = { unterlagen: 'bisUnterlagen', gutachten: 'bisGutachten' } as const

/** How long documents or opinions took: median and 90 % by month, week or group. */
export function DurationPanel({ analyses, filter, wait }: PanelProps & { wait: Wait }) {
  const { t, language } = usePortalText()
  const durations = analyses?.dauer[wait]
  const { raster } = filter
  return (
    <AnalysisPanel
      analyses={analyses}
      chart={
        durations &&
        durations.gesamt.faelle > 0 && (
          <Columns
            category="name"
            format={(days) => formatDays(days, language)}
            nameOf={(name) => (raster === 'woche' ? `${t('dashboard:week')} ${name}` : name)}
            rows={durationRows({ durations, raster, language })}
            series={[
              { key: 'median', label: t('analyses:median'), colour: 'var(--chart-median)' },
              { key: 'p90', label: t('analyses:p90'), colour: 'var(--chart-p90)' },
            ]}
          />
        )
      }
      filter={filter}
      name={tableOf[wait]}
      summary={useSummary(analyses, wait)}
    />
  )
}

function useSummary(analyses: AnalysesOut | null, wait: Wait): string | null {
  const { t, language } = usePortalText()
  const bereich = useScope(analyses)
  if (!analyses) return null
  const { gesamt, widerspruch } = analyses.dauer[wait]
  const { faelle, median, p90 } = gesamt
  const contradiction =
    widerspruch > 0 ? t('analyses:durationContradiction', { anzahl: formatCount(widerspruch, language) }) : ''
  const main =
    median === null || p90 === null
      ? t('analyses:durationNone', { bereich })
      : t('analyses:durationSummary', {
          faelle: formatCount(faelle, language),
          median: formatDays(median, language),
          p90: formatDays(p90, language),
        })
  return `${main} ${contradiction}`.trim()
}
