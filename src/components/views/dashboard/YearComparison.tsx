'use client'

import { Pill } from '@payloadcms/ui'
import { useId } from 'react'
import type { DashboardOut } from '../../../endpoints/reports/contract'
import { FigureTable } from '../../ui/FigureTable'
import { formatChange, formatCount } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import styles from './YearComparison.module.css'

/** The same weeks of the year and the year before, and where the earlier figures come from. */
export function YearComparison({ data }: { data: DashboardOut | null }) {
  return data ? (
    <Comparison data={data} />
  ) : (
    <section aria-hidden className={`${styles.panel} ${styles.waiting}`} />
  )
}

function Comparison({ data }: { data: DashboardOut }) {
  const { t } = usePortalText()
  const titleId = useId()
  const { jahr, vorjahr } = data
  return (
    <section aria-labelledby={titleId} className={styles.panel}>
      <h2 className={styles.title} id={titleId}>
        {t('dashboard:compareTitle', { jahr, vorjahr: vorjahr.jahr })}
      </h2>
      <p className={styles.summary}>{useSummary(data)}</p>
      <div className={styles.source}>
        {t('dashboard:source', { vorjahr: vorjahr.jahr })}{' '}
        <Pill pillStyle={vorjahr.quelle === 'none' ? 'light-gray' : 'success'} size="small">
          {t(`dashboard:source_${vorjahr.quelle}`)}
        </Pill>
      </div>
      <ComparisonTable data={data} />
      {vorjahr.wocheOhnePartner !== null && (
        <p className={styles.note} role="note">
          {t('dashboard:weekWithoutPartner', { kw: vorjahr.wocheOhnePartner, jahr, vorjahr: vorjahr.jahr })}
        </p>
      )}
    </section>
  )
}

function useSummary(data: DashboardOut): string {
  const { t, language } = usePortalText()
  const { quelle, rows, jahr } = data.vorjahr
  const main = rows.find(({ kennzahl }) => kennzahl === 'erstberatungen')
  const facts = { bisKw: data.bisKw, aktuell: formatCount(main?.aktuell ?? 0, language), vorjahr: jahr }
  if (quelle === 'none') return t('dashboard:compareSummaryNone', facts)
  return t('dashboard:compareSummary', {
    ...facts,
    frueher: formatCount(main?.vorjahr ?? 0, language),
    veraenderung: formatChange(main?.veraenderung ?? null, language),
  })
}

function ComparisonTable({ data }: { data: DashboardOut }) {
  const { t, language } = usePortalText()
  const { jahr, vorjahr } = data
  const hasEarlier = vorjahr.quelle !== 'none'
  return (
    <FigureTable
      head={[t('dashboard:measure'), String(jahr), String(vorjahr.jahr), t('dashboard:change')]}
      label={t('dashboard:compareTitle', { jahr, vorjahr: vorjahr.jahr })}
      rows={vorjahr.rows.map((row) => [
        t(`dashboard:${row.kennzahl}`),
        formatCount(row.aktuell, language),
        hasEarlier ? formatCount(row.vorjahr, language) : '–',
        hasEarlier ? formatChange(row.veraenderung, language) : '–',
      ])}
    />
  )
}
