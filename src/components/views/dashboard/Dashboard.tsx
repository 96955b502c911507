'use client'

import { memo, useMemo } from 'react'
import type { DashboardOut } from '../../../endpoints/reports/contract'
import { LoadFailure } from '../../ui/LoadFailure'
import { SelectBox } from '../../ui/SelectBox'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { Analyses } from './analyses/Analyses'
import styles from './Dashboard.module.css'
import { GroupsPanel } from './GroupsPanel'
import { KpiCards } from './KpiCards'
import { queryOf, useDashboardFilter } from './useDashboardFilter'
import { WeeklyPanel } from './WeeklyPanel'
import { YearComparison } from './YearComparison'

/** The figures of a year: cards, bars per week, groups, and the year before. */
export function Dashboard({ canCode }: { canCode: boolean }) {
  const { t } = usePortalText()
  const { filter, setFilter } = useDashboardFilter()
  const { jahr } = filter
  const { data, error, isLoading, reload } = useResource<DashboardOut>(
    `/api/reports/dashboard?${queryOf({ jahr })}`,
  )
  const shownJahr = jahr ?? data?.jahr ?? null
  const ofAnalyses = useMemo(() => ({ ...filter, jahr: shownJahr }), [filter, shownJahr])
  return (
    <div aria-busy={isLoading} className={styles.dashboard}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('dashboard:title')}</h1>
        <YearPicker data={data} jahr={jahr} onChange={(year) => setFilter({ jahr: year })} />
      </header>
      {error && <LoadFailure message={error.message} onRetry={reload} />}
      {!(error && data === null) && (
        <div className={`${styles.figures} ${isLoading && data !== null ? styles.stale : ''}`}>
          <Figures canCode={canCode} data={data} />
        </div>
      )}
      {data && <Analyses filter={ofAnalyses} onFilter={setFilter} />}
    </div>
  )
}

type FiguresProps = { data: DashboardOut | null; canCode: boolean }

/** Drawn anew with new figures only: a choice is shown before they are there, and does not wait for charts. */
const Figures = memo(function Figures({ data, canCode }: FiguresProps) {
  const { t } = usePortalText()
  const isEmpty = data !== null && data.kpis.erstberatungen === 0
  return (
    <>
      <KpiCards data={data} canCode={canCode} />
      {isEmpty ? (
        <p className={styles.empty} role="status">
          {t('dashboard:emptyYear', { jahr: data.jahr })}
        </p>
      ) : (
        <>
          <div className={styles.charts}>
            <WeeklyPanel data={data} />
            <GroupsPanel data={data} />
          </div>
          <YearComparison data={data} />
        </>
      )}
    </>
  )
})

type YearPickerProps = { data: DashboardOut | null; jahr: number | null; onChange: (jahr: number) => void }

function YearPicker({ data, jahr, onChange }: YearPickerProps) {
  const { t } = usePortalText()
  const shown = jahr ?? data?.jahr ?? new Date().getFullYear()
  const years = [...new Set([...(data?.jahre ?? []), shown])].sort((one, other) => other - one)
  return (
    <SelectBox
      isDisabled={data === null}
      label={t('dashboard:year')}
      onChange={onChange}
      options={years.map((year) => ({ value: year, label: String(year) }))}
      value={shown}
    />
  )
}
