'use client'

import { Link } from '@payloadcms/ui'
import type { Language } from '../../../domain/language'
import type { DashboardOut } from '../../../endpoints/reports/contract'
import { formatCount, formatShare } from '../../ui/formatNumbers'
import { type PortalTranslate, usePortalText } from '../../ui/usePortalText'
import { casesList } from './casesList'
import styles from './KpiCards.module.css'

type Kpi = { label: string; count: number | null; note: string; href: string }

/** The main figures, each a link to the list behind it. */
export function KpiCards({ data, canCode }: { data: DashboardOut | null; canCode: boolean }) {
  const { t, language } = usePortalText()
  return (
    <ul className={styles.cards}>
      {kpisOf({ data, canCode, t, language }).map(({ label, count, note, href }) => (
        <li key={href}>
          <Link className={styles.card} href={href} prefetch={false}>
            <span className={styles.label}>{t(label)}</span>
            <span className={styles.count}>{count === null ? '…' : formatCount(count, language)}</span>
            <span className={styles.note}>{note}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

type KpisOf = { data: DashboardOut | null; canCode: boolean; t: PortalTranslate; language: Language }

function kpisOf({ data, canCode, t, language }: KpisOf): Kpi[] {
  const inYear = data ? t('dashboard:inYear', { jahr: data.jahr }) : '\u00a0'
  const allYears = t('dashboard:allYears')
  const ofYear = { field: 'jahr', operator: 'equals', value: data?.jahr ?? '' } as const
  const withGutachten = { field: 'gutachten', operator: 'equals', value: 'true' } as const
  const uncoded = casesList([withGutachten, { field: 'gutachtenTyp', operator: 'exists', value: 'false' }])
  const kpi = (label: string, count: number | undefined, note: string, href: string): Kpi => ({
    label: `dashboard:${label}`,
    count: count ?? null,
    note,
    href,
  })
  return [
    kpi('erstberatungenGesamt', data?.kpis.erstberatungen, inYear, casesList([ofYear])),
    kpi('pendingIcd', data?.kpis.pendingIcd, allYears, '/admin/icd'),
    kpi('pendingCoding', data?.kpis.pendingCoding, allYears, canCode ? '/admin/codierung' : uncoded),
    kpi(
      'gutachtenGesamt',
      data?.kpis.gutachten,
      gutachtenNote({ data, t, language }),
      casesList([withGutachten, ofYear]),
    ),
    kpi('reportsGenerated', data?.kpis.reportsGenerated, inYear, '/admin/berichtswesen'),
  ]
}

function gutachtenNote({ data, t, language }: Omit<KpisOf, 'canCode'>): string {
  if (!data) return '\u00a0'
  if (data.kpis.erstberatungen === 0) return t('dashboard:inYear', { jahr: data.jahr })
  return t('dashboard:shareOfAll', {
    anteil: formatShare(data.kpis.gutachten / data.kpis.erstberatungen, language),
  })
}
