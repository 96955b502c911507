'use client'

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartLegend } from './ChartLegend'
import styles from './Columns.module.css'

type Series<Row> = { key: keyof Row & string; label: string; colour: string }

type ColumnsProps<Row> = {
  rows: Row[]
  /** What names a row below its columns. */
  category: keyof Row & string
  series: Series<Row>[]
  /** What a row is called where it is pointed at. */
  nameOf: (category: string) => string
  format: (value: number) => string
}

const tick = { fill: 'var(--theme-elevation-800)', fontSize: 12 }

/** A few columns side by side for each row. */
export function Columns<Row extends object>({ rows, category, series, nameOf, format }: ColumnsProps<Row>) {
  return (
    <div className={styles.bars}>
      <ChartLegend entries={series} />
      <div className={styles.chart}>
        <ResponsiveContainer height="100%" width="100%">
          <BarChart
            accessibilityLayer={false}
            barGap={1}
            data={rows}
            margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          >
            <CartesianGrid stroke="var(--theme-elevation-150)" vertical={false} />
            <XAxis
              axisLine={{ stroke: 'var(--theme-elevation-250)' }}
              dataKey={(row: Row) => row[category]}
              interval="preserveStartEnd"
              minTickGap={12}
              tick={tick}
              tickLine={false}
            />
            <YAxis
              allowDecimals={false}
              axisLine={false}
              tick={tick}
              tickFormatter={format}
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
              formatter={(value) => format(Number(value))}
              isAnimationActive={false}
              itemStyle={{ color: 'var(--theme-text)' }}
              labelFormatter={(name) => nameOf(String(name))}
            />
            {series.map(({ key, label, colour }) => (
              <Bar
                dataKey={(row: Row) => row[key]}
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
