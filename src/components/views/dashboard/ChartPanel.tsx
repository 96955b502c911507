'use client'

import { ShimmerEffect } from '@payloadcms/ui'
import { type ReactNode, Suspense, useId } from 'react'
import styles from './ChartPanel.module.css'

type ChartPanelProps = {
  title: string
  /** One sentence with the main facts; `null` while loading. */
  summary: string | null
  /** What the chart shows without seeing it: the summary stands for it. `null` where there is nothing to show. */
  chart: ReactNode
  /** Beside the title, as links to files. */
  actions?: ReactNode
  /** Whether the chart is as high as it has to be, and not as high as every other. */
  hasOwnHeight?: boolean
  tableTitle: string
  table: ReactNode
}

/** A chart with its summary above and its table behind it; it keeps its height while loading. */
export function ChartPanel({
  title,
  summary,
  chart,
  actions,
  hasOwnHeight = false,
  tableTitle,
  table,
}: ChartPanelProps) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className={styles.panel}>
      <div className={styles.head}>
        <h2 className={styles.title} id={titleId}>
          {title}
        </h2>
        {actions}
      </div>
      <p className={styles.summary}>{summary ?? '\u00a0'}</p>
      {summary === null ? (
        <ShimmerEffect height="20rem" />
      ) : (
        chart && (
          <Suspense fallback={<ShimmerEffect height="20rem" />}>
            <div aria-label={summary} className={hasOwnHeight ? styles.ownHeight : styles.chart} role="img">
              {chart}
            </div>
          </Suspense>
        )
      )}
      <details className={styles.details}>
        <summary>{tableTitle}</summary>
        {table}
      </details>
    </section>
  )
}
