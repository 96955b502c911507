'use client'

import { Pie, PieChart, ResponsiveContainer } from 'recharts'
import type { DashboardOut } from '../../../endpoints/reports/contract'
import { formatCount, formatShare } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import { ChartLegend } from './ChartLegend'
import styles from './GroupsDonut.module.css'

/** A ring of the groups with the total in its middle and the figures of each group below. */
export function GroupsDonut({ fallgruppen }: { fallgruppen: DashboardOut['fallgruppen'] }) {
  const { t, language } = usePortalText()
  const total = fallgruppen.reduce((sum, group) => sum + group.anzahl, 0)
  const slices = fallgruppen.map(({ fallgruppe, anzahl }) => ({
    key: fallgruppe,
    label: t(`dashboard:fallgruppe_${fallgruppe}`),
    colour: `var(--chart-${fallgruppe})`,
    fill: `var(--chart-${fallgruppe})`,
    anzahl,
    figures: `${formatCount(anzahl, language)} · ${formatShare(total === 0 ? 0 : anzahl / total, language)}`,
  }))
  return (
    <div className={styles.donut}>
      <div className={styles.ring}>
        <ResponsiveContainer height="100%" width="100%">
          <PieChart accessibilityLayer={false}>
            <Pie
              data={slices}
              dataKey="anzahl"
              endAngle={-270}
              innerRadius="66%"
              isAnimationActive={false}
              nameKey="label"
              outerRadius="98%"
              startAngle={90}
              stroke="var(--theme-elevation-0)"
              strokeWidth={2}
            />
          </PieChart>
        </ResponsiveContainer>
        <span className={styles.total}>{formatCount(total, language)}</span>
      </div>
      <div className={styles.legend}>
        <ChartLegend entries={slices} />
      </div>
    </div>
  )
}
