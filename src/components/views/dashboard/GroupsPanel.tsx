'use client'

import { lazy } from 'react'
import type { DashboardOut } from '../../../endpoints/reports/contract'
import { FigureTable } from '../../ui/FigureTable'
import { formatCount, formatShare } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import { ChartPanel } from './ChartPanel'

const GroupsDonut = lazy(async () => ({ default: (await import('./GroupsDonut')).GroupsDonut }))

/** The five groups of a year: summary, donut, table. */
export function GroupsPanel({ data }: { data: DashboardOut | null }) {
  const { t } = usePortalText()
  return (
    <ChartPanel
      chart={data && <GroupsDonut fallgruppen={data.fallgruppen} />}
      summary={useSummary(data)}
      table={data && <GroupsTable data={data} />}
      tableTitle={t('dashboard:groupsTable')}
      title={t('dashboard:groupsTitle')}
    />
  )
}

function useSummary(data: DashboardOut | null): string | null {
  const { t, language } = usePortalText()
  if (!data) return null
  const [largest] = [...data.fallgruppen].sort((one, other) => other.anzahl - one.anzahl)
  const total = data.kpis.erstberatungen
  if (!largest || total === 0) return t('dashboard:emptyYear', { jahr: data.jahr })
  return t('dashboard:groupsSummary', {
    gruppe: t(`dashboard:fallgruppe_${largest.fallgruppe}`),
    anzahl: formatCount(largest.anzahl, language),
    gesamt: formatCount(total, language),
    anteil: formatShare(largest.anzahl / total, language),
  })
}

function GroupsTable({ data }: { data: DashboardOut }) {
  const { t, language } = usePortalText()
  const { erstberatungen, gutachten } = data.kpis
  const figures = (anzahl: number, opinions: number) => [
    formatCount(anzahl, language),
    formatShare(erstberatungen === 0 ? 0 : anzahl / erstberatungen, language),
    formatCount(opinions, language),
  ]
  return (
    <FigureTable
      head={[t('dashboard:group'), t('dashboard:count'), t('dashboard:share'), t('dashboard:gutachten')]}
      label={t('dashboard:groupsTable')}
      rows={data.fallgruppen.map((group) => [
        t(`dashboard:fallgruppe_${group.fallgruppe}`),
        ...figures(group.anzahl, group.gutachten),
      ])}
      total={[t('dashboard:total'), ...figures(erstberatungen, gutachten)]}
    />
  )
}
