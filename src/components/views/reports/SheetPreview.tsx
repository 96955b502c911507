'use client'

import { ShimmerEffect } from '@payloadcms/ui'
import { useState } from 'react'
import type { IsoWeek } from '../../../domain/calendar/isoWeek'
import type { WeeklyOut } from '../../../endpoints/reports/contract'
import { LoadFailure } from '../../ui/LoadFailure'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { Comparison } from './Comparison'
import styles from './SheetPreview.module.css'
import { SheetTable } from './SheetTable'
import { SheetTabs } from './SheetTabs'

/** The five sheets of a week as tabs, with the numbers the workbook would have. */
export function SheetPreview({ week }: { week: IsoWeek }) {
  const { t } = usePortalText()
  const { data, error, isLoading, reload } = useResource<WeeklyOut>(
    `/api/reports/weekly/${week.jahr}/${week.kw}`,
  )
  return (
    <section aria-busy={isLoading} className={styles.preview}>
      <h2 className={styles.title}>{t('reports:preview', week)}</h2>
      {error && <LoadFailure message={error.message} onRetry={reload} />}
      {!data && !error && <ShimmerEffect height="24rem" />}
      {data && !error && <Comparison report={data} />}
      {data && !error && <Sheets isStale={isLoading} sheets={data.sheets} />}
    </section>
  )
}

function Sheets({ sheets, isStale }: { sheets: WeeklyOut['sheets']; isStale: boolean }) {
  const { t } = usePortalText()
  const [open, setOpen] = useState(0)
  const sheet = sheets[open] ?? sheets[0]
  return (
    <div className={isStale ? styles.stale : undefined}>
      <SheetTabs
        label={t('reports:sheets')}
        onOpen={setOpen}
        open={open}
        titles={sheets.map(({ title }) => title)}
      />
      {sheet && <SheetTable index={open} sheet={sheet} />}
    </div>
  )
}
