'use client'

import { weeksInYear } from '../../domain/calendar/isoWeek'
import { fallgruppeKeys, fallgruppen } from '../../domain/cases/caseFields'
import styles from './CaseFilters.module.css'
import { SelectBox } from './SelectBox'
import { usePortalText } from './usePortalText'

/** The filters of a queue of cases; '' is all. */
export type CaseFilter = { fallgruppe: string; jahr: string; kw: string }

/** Group, year and week of a queue. `years` are offered newest first. */
export function CaseFilters({
  filter,
  years,
  onChange,
}: {
  filter: CaseFilter
  years: readonly number[]
  onChange: (filter: CaseFilter) => void
}) {
  const { t, language } = usePortalText()
  const all = { value: '', label: t('list:all') }
  const groups = fallgruppeKeys.map((key) => ({ value: key as string, label: fallgruppen[key][language] }))
  return (
    <div className={styles.filters}>
      <SelectBox
        label={t('list:group')}
        onChange={(fallgruppe) => onChange({ ...filter, fallgruppe })}
        options={[all, ...groups]}
        value={filter.fallgruppe}
      />
      <SelectBox
        label={t('list:year')}
        onChange={(jahr) => onChange({ ...filter, jahr, kw: hasWeek(jahr, filter.kw) ? filter.kw : '' })}
        options={[all, ...years.map((year) => ({ value: String(year), label: String(year) }))]}
        value={filter.jahr}
      />
      <SelectBox
        label={t('list:week')}
        onChange={(kw) => onChange({ ...filter, kw })}
        options={[all, ...weeksOf(filter.jahr)]}
        value={filter.kw}
      />
    </div>
  )
}

function hasWeek(jahr: string, kw: string): boolean {
  return weeksOf(jahr).some(({ value }) => value === kw)
}

/** The weeks of a year; of all years when none is chosen. */
function weeksOf(jahr: string) {
  const length = jahr === '' ? 53 : weeksInYear(Number(jahr))
  return Array.from({ length }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))
}
