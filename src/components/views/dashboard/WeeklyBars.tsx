'use client'

import type { DashboardOut } from '../../../endpoints/reports/contract'
import { formatCount } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import { Columns } from './Columns'

/** Two bars per week. */
export function WeeklyBars({ weekly }: { weekly: DashboardOut['weekly'] }) {
  const { t, language } = usePortalText()
  return (
    <Columns
      category="kw"
      format={(count) => formatCount(count, language)}
      nameOf={(kw) => `${t('dashboard:week')} ${kw}`}
      rows={weekly}
      series={[
        {
          key: 'erstberatungen',
          label: t('dashboard:erstberatungen'),
          colour: 'var(--chart-erstberatungen)',
        },
        { key: 'gutachten', label: t('dashboard:gutachten'), colour: 'var(--chart-gutachten)' },
      ]}
    />
  )
}
