'use client'

import { lazy } from 'react'
import type { DashboardOut } from '../../../endpoints/reports/contract'
import { FigureTable } from '../../ui/FigureTable'
import { formatCount } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import { ChartPanel } from './ChartPanel'

/** The charting library is large; only those who see a chart load it. */
const WeeklyBars = lazy(async () => ({ default: (await import('./WeeklyBars')).WeeklyBars }))

const measures = ['erstberatungen', 'unterlagen', 'ablehnungen', 'keineRueckmeldung', 'gutachten'] as const

/** Erstberatungen and Gutachten per week: summary, bars, table. */
export function WeeklyPanel({ data }: { data: DashboardOut | null }) {
  const { t } = usePortalText()
  return (
    <ChartPanel
      chart={data && <WeeklyBars weekly={data.weekly} />}
      summary={useSummary(data)}
      table={data && <WeeklyTable data={data} />}
      tableTitle={t('dashboard:weeklyTable')}
      title={t('dashboard:weeklyTitle')}
    />
  )
}

function useSummary(data: DashboardOut | null): string | null {
  const { t, language } = usePortalText()
  if (!data) return null
  const top = data.weekly.reduce((most, week) => (week.erstberatungen > most.erstberatungen ? week : most), {
    kw: 1,
    erstberatungen: 0,
  })
  return t('dashboard:weeklySummary', {
    bisKw: data.bisKw,
    erstberatungen: formatCount(data.kpis.erstberatungen, language),
    gutachten: formatCount(data.kpis.gutachten, language),
    topKw: top.kw,
    top: formatCount(top.erstberatungen, language),
  })
}

function WeeklyTable({ data }: { data: DashboardOut }) {
  const { t, language } = usePortalText()
  const figures = (row: Record<(typeof measures)[number], number>) =>
    measures.map((measure) => formatCount(row[measure], language))
  return (
    <FigureTable
      head={[t('dashboard:week'), ...measures.map((measure) => t(`dashboard:${measure}`))]}
      label={t('dashboard:weeklyTable')}
      rows={data.weekly.map((week) => [String(week.kw), ...figures(week)])}
      total={[t('dashboard:total'), ...figures(data.kpis)]}
    />
  )
}
