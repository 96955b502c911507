'use client'

import { type IsoWeek, weeksInYear } from '../../../domain/calendar/isoWeek'
import type { DashboardOut } from '../../../endpoints/reports/contract'
import { SelectBox } from '../../ui/SelectBox'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'

type WeekPickerProps = { week: IsoWeek; onChange: (week: IsoWeek) => void }

/** Year and week; a year offers the weeks it has, 53 where there are as many. */
export function WeekPicker({ week, onChange }: WeekPickerProps) {
  const { t } = usePortalText()
  const { data } = useResource<DashboardOut>('/api/reports/dashboard')
  const years = [...new Set([week.jahr, ...(data ? [data.jahr, ...data.jahre] : [])])].sort((a, b) => b - a)
  const weeks = Array.from({ length: weeksInYear(week.jahr) }, (_, index) => index + 1)
  return (
    <>
      <SelectBox
        label={t('reports:year')}
        onChange={(jahr) => onChange({ jahr, kw: Math.min(week.kw, weeksInYear(jahr)) })}
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
