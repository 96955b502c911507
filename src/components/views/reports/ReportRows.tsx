'use client'

import { type ReactNode, useState } from 'react'
import type { IsoWeek } from '../../../domain/calendar/isoWeek'
import type { ListedReportOut, ReportListOut } from '../../../endpoints/reports/contract'
import { formatMoment } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import { DeleteReport } from './DeleteReport'
import styles from './ReportList.module.css'

type ReportRowsProps = {
  report: ReportListOut['docs'][number]
  canDelete: boolean
  onShow: (week: IsoWeek) => void
  onDeleted: () => void
}

/** The rows of a week: its current report, and on demand the versions before it. */
export function ReportRows({ report, canDelete, onShow, onDeleted }: ReportRowsProps) {
  const { t } = usePortalText()
  const [isOpen, setIsOpen] = useState(false)
  const { jahr, kw, earlier } = report
  const shared = { canDelete, onDeleted }
  return (
    <>
      <VersionRow {...shared} report={report}>
        <button
          aria-label={t('reports:showReport', { jahr, kw })}
          className={styles.show}
          onClick={() => onShow({ jahr, kw })}
          type="button"
        >
          {`${jahr} / ${t('reports:week')} ${String(kw).padStart(2, '0')}`}
        </button>
        {earlier.length > 0 && (
          <button
            aria-expanded={isOpen}
            aria-label={t('reports:earlierOf', { jahr, kw, count: earlier.length })}
            className={styles.more}
            onClick={() => setIsOpen(!isOpen)}
            type="button"
          >
            {t('reports:earlier', { count: earlier.length })} {isOpen ? '▴' : '▾'}
          </button>
        )}
      </VersionRow>
      {isOpen && earlier.map((version) => <VersionRow key={version.id} {...shared} report={version} />)}
    </>
  )
}

type VersionRowProps = Pick<ReportRowsProps, 'canDelete' | 'onDeleted'> & {
  report: ListedReportOut
  children?: ReactNode
}

function VersionRow({ report, canDelete, onDeleted, children }: VersionRowProps) {
  const { t } = usePortalText()
  const { filename, version } = report
  return (
    <tr>
      {children ? <th scope="row">{children}</th> : <td />}
      <td>{version}</td>
      <td>{formatMoment(report.generatedAt)}</td>
      <td>{report.generatedBy ?? t('reports:automatic')}</td>
      <td>
        <a
          aria-label={t('reports:downloadVersion', { filename, version })}
          download={filename}
          href={report.downloadUrl}
        >
          {t('reports:download')}
        </a>
      </td>
      {canDelete && (
        <td>
          <DeleteReport onDeleted={onDeleted} report={report} />
        </td>
      )}
    </tr>
  )
}
