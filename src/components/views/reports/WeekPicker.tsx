'use client'

import type { DashboardOut } from '../../../endpoints/reports/contract'
import { SelectBox } from '../../ui/SelectBox'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'

/** A week of ISO 8601. */
export type ReportWeek = { jahr: number; kw: number }

export type WeekPickerProps = { week: ReportWeek; longYears: number[]; onChange: (week: ReportWeek) => void }

/** Year and week; a year offers the weeks it has, 53 where there are as many. */
export function WeekPicker({ week, longYears, onChange }: WeekPickerProps) {
  const { t } = usePortalText()
  const { data } = useResource<DashboardOut>('/api/reports/dashboard')
  const years = [...new Set([week.jahr, ...(data ? [data.jahr, ...data.jahre] : [])])].sort((a, b) => b - a)
  const weeksOf = (jahr: number) => (longYears.includes(jahr) ? 53 : 52)
  const weeks = Array.from({ length: weeksOf(week.jahr) }, (_, index) => index + 1)
  return (
    <>
      <SelectBox
        label={t('reports:year')}
        onChange={(jahr) => onChange({ jahr, kw: Math.min(week.kw, weeksOf(jahr)) })}
        options={years.map((jahr) => ({ value: jahr, label: String(jahr) }))}
        value={week.jahr}
      />
      <SelectBox
        label={t('reports:week')}
        onChange={(kw) => onChange({ jahr: week.jahr, kw })}
        options={weeks.map((kw) => ({ value: kw, label: String(kw).padStart(2, '0') }))}
        value={week.kw}
      />
    </>
  )
}
