'use client'

import { useState } from 'react'
import type { IsoWeek } from '../../../domain/calendar/isoWeek'
import type { ReportListOut } from '../../../endpoints/reports/contract'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { GenerateButton } from './GenerateButton'
import { ReportList } from './ReportList'
import styles from './Reports.module.css'
import { SheetPreview } from './SheetPreview'
import { useWeek } from './useWeek'
import { WeekPicker } from './WeekPicker'

type ReportsProps = { canGenerate: boolean; canDelete: boolean; lastFinishedWeek: IsoWeek }

const reportsPerPage = 10

/** The Berichtswesen of a week as a preview, and every report generated so far. */
export function Reports({ canGenerate, canDelete, lastFinishedWeek }: ReportsProps) {
  const { t } = usePortalText()
  const { week, missing, setWeek } = useWeek(lastFinishedWeek)
  const [page, setPage] = useState(1)
  const list = useResource<ReportListOut>(`/api/reports/list?limit=${reportsPerPage}&page=${page}`)
  return (
    <div className={styles.reports}>
      <p className={styles.intro}>{t('reports:intro')}</p>
      {missing && <p role="status">{t('reports:noSuchWeek', missing)}</p>}
      <div className={styles.controls}>
        <WeekPicker onChange={setWeek} week={week} />
        {canGenerate && <GenerateButton onGenerated={list.reload} week={week} />}
      </div>
      <SheetPreview week={week} />
      <ReportList canDelete={canDelete} list={list} onPage={setPage} onShow={setWeek} />
    </div>
  )
}
