'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { ListedReportOut } from '../../../endpoints/reports/contract'
import { Failure } from '../../ui/Failure'
import { fetchJson } from '../../ui/fetchJson'
import { usePortalText } from '../../ui/usePortalText'
import { useSubmit } from '../../ui/useSubmit'
import styles from './ReportList.module.css'

/** Deletes one version of a report: asks once more. */
export function DeleteReport({ report, onDeleted }: { report: ListedReportOut; onDeleted: () => void }) {
  const { t } = usePortalText()
  const [isAsking, setIsAsking] = useState(false)
  const { filename, version } = report
  const { isRunning, failure, submit } = useSubmit(async () => {
    await fetchJson({ url: `/api/reports/${report.id}`, method: 'DELETE' })
    toast.success(t('reports:deleted', { filename, version }))
    onDeleted()
  })
  if (!isAsking)
    return (
      <Button
        aria-label={t('reports:deleteReport', { filename, version })}
        buttonStyle="secondary"
        margin={false}
        onClick={() => setIsAsking(true)}
        size="small"
      >
        {t('reports:delete')}
      </Button>
    )
  return (
    <div className={styles.ask}>
      <span role="status">{t('reports:deleteQuestion', { version })}</span>
      <Button disabled={isRunning} margin={false} onClick={() => submit()} size="small">
        {t('reports:deleteYes')}
      </Button>
      <Button buttonStyle="secondary" margin={false} onClick={() => setIsAsking(false)} size="small">
        {t('reports:deleteNo')}
      </Button>
      <Failure message={failure} />
    </div>
  )
}
