'use client'

import { toast } from '@payloadcms/ui'
import type { ListedReportOut } from '../../../endpoints/reports/contract'
import { AskFirst } from '../../ui/AskFirst'
import { fetchJson } from '../../ui/fetchJson'
import { usePortalText } from '../../ui/usePortalText'

/** Deletes one version of a report: asks once more. */
export function DeleteReport({ report, onDeleted }: { report: ListedReportOut; onDeleted: () => void }) {
  const { t } = usePortalText()
  const { filename, version } = report
  const remove = async () => {
    await fetchJson({ url: `/api/reports/${report.id}`, method: 'DELETE' })
    toast.success(t('reports:deleted', { filename, version }))
    onDeleted()
  }
  return (
    <AskFirst
      aria-label={t('reports:deleteReport', { filename, version })}
      button={t('reports:delete')}
      no={t('reports:deleteNo')}
      onYes={remove}
      question={t('reports:deleteQuestion', { version })}
      size="small"
      yes={t('reports:deleteYes')}
    />
  )
}
