'use client'

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { DashboardOut } from '../../../endpoints/reports/contract'
import { formatCount } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import { ChartLegend } from './ChartLegend'
import styles from './WeeklyBars.module.css'

const tick = { fill: 'var(--theme-elevation-800)', fontSize: 12 }

/** Two bars per week. */
export function WeeklyBars({ weekly }: { weekly: DashboardOut['weekly'] }) {
  const { t, language } = usePortalText()
  const series = [
    { key: 'erstberatungen', label: t('dashboard:erstberatungen'), colour: 'var(--chart-erstberatungen)' },
    { key: 'gutachten', label: t('dashboard:gutachten'), colour: 'var(--chart-gutachten)' },
  ]
  return (
    <div className={styles.bars}>
      <ChartLegend entries={series} />
      <div className={styles.chart}>
        <ResponsiveContainer height="100%" width="100%">
          <BarChart
            accessibilityLayer={false}
            barGap={1}
            data={weekly}
            margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          >
            <CartesianGrid stroke="var(--theme-elevation-150)" vertical={false} />
            <XAxis
              axisLine={{ stroke: 'var(--theme-elevation-250)' }}
              dataKey="kw"
              interval="preserveStartEnd"
              minTickGap={12}
              tick={tick}
              tickLine={false}
            />
            <YAxis
              allowDecimals={false}
              axisLine={false}
              tick={tick}
              tickFormatter={(count: number) => formatCount(count, language)}
              tickLine={false}
              width={44}
            />
            <Tooltip
              contentStyle={{
                background: 'var(--theme-elevation-0)',
                border: '1px solid var(--theme-elevation-250)',
                borderRadius: 4,
                color: 'var(--theme-text)',
              }}
              cursor={{ fill: 'var(--theme-elevation-100)' }}
              formatter={(count) => formatCount(Number(count), language)}
              isAnimationActive={false}
              itemStyle={{ color: 'var(--theme-text)' }}
              labelFormatter={(kw) => `${t('dashboard:week')} ${kw}`}
            />
            {series.map(({ key, label, colour }) => (
              <Bar
                dataKey={key}
                fill={colour}
                isAnimationActive={false}
                key={key}
                maxBarSize={28}
                name={label}
                radius={[2, 2, 0, 0]}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  )
}
