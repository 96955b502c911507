'use client'

import styles from './ChartLegend.module.css'

type LegendEntry = { key: string; label: string; colour: string; figures?: string }

/** What the colours of a chart mean, with the figures where there is room. */
export function ChartLegend({ entries }: { entries: LegendEntry[] }) {
  return (
    <ul className={styles.legend}>
      {entries.map(({ key, label, colour, figures }) => (
        <li className={styles.entry} key={key}>
          <span aria-hidden className={styles.swatch} style={{ background: colour }} />
          <span>{label}</span>
          {figures && <span className={styles.figures}>{figures}</span>}
        </li>
      ))}
    </ul>
  )
}
