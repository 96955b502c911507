'use client'

import { ChartLegend } from '../ChartLegend'
import styles from './BarRows.module.css'

/** A bar of parts of the whole width (1), beside what it says in figures. */
export type Bar = {
  key: string
  segments: { key: string; colour: string; part: number }[]
  figures: string
}

type BarRowsProps = {
  legend?: { key: string; label: string; colour: string }[]
  rows: { key: string; label: string; bars: Bar[] }[]
}

/** Lying bars, one or a few to a row, as long as their part; they need no library and print as they are. */
export function BarRows({ legend, rows }: BarRowsProps) {
  return (
    <div className={styles.chart}>
      {legend && <ChartLegend entries={legend} />}
      <div className={styles.rows}>
        {rows.map(({ key, label, bars }) => (
          <div className={styles.row} key={key}>
            <span className={styles.label} title={label}>
              {label}
            </span>
            <div className={styles.bars}>
              {bars.map((bar) => (
                <BarLine bar={bar} key={bar.key} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}

function BarLine({ bar: { segments, figures } }: { bar: Bar }) {
  return (
    <div className={styles.line}>
      <span className={styles.track}>
        {segments.map(({ key, colour, part }) => (
          <span
            className={styles.segment}
            key={key}
            style={{ background: colour, width: `${part * 100}%` }}
          />
        ))}
      </span>
      <span className={styles.figures}>{figures}</span>
    </div>
  )
}
