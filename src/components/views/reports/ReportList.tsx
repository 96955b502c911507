'use client'

import { Pagination } from '@payloadcms/ui'
import type { IsoWeek } from '../../../domain/calendar/isoWeek'
import type { ReportListOut } from '../../../endpoints/reports/contract'
import { formatMoment } from '../../ui/formatNumbers'
import { LoadFailure } from '../../ui/LoadFailure'
import { usePortalText } from '../../ui/usePortalText'
import type { Resource } from '../../ui/useResource'
import styles from './ReportList.module.css'

type ReportListProps = {
  list: Resource<ReportListOut>
  onPage: (page: number) => void
  onShow: (week: IsoWeek) => void
}

/** The current report of each week, the newest first, with its workbook. */
export function ReportList({ list, onPage, onShow }: ReportListProps) {
  const { t } = usePortalText()
  const { data, error, isLoading, reload } = list
  return (
    <section aria-busy={isLoading} className={styles.list}>
      <h2 className={styles.title}>{t('reports:listTitle')}</h2>
      {error && <LoadFailure message={error.message} onRetry={reload} />}
      {!data && !error && <p className={styles.hint}>{t('reports:listLoading')}</p>}
      {data?.totalDocs === 0 && <p className={styles.hint}>{t('reports:listEmpty')}</p>}
      {data && data.totalDocs > 0 && <ReportTable docs={data.docs} onShow={onShow} />}
      {data && data.totalPages > 1 && <Pages onPage={onPage} page={data.page} totalPages={data.totalPages} />}
    </section>
  )
}

type Report = ReportListOut['docs'][number]

function ReportTable({ docs, onShow }: { docs: Report[]; onShow: (week: IsoWeek) => void }) {
  const { t } = usePortalText()
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('reports:report')}</th>
            <th scope="col">{t('reports:generatedAt')}</th>
            <th scope="col">{t('reports:generatedBy')}</th>
            <th scope="col">{t('reports:file')}</th>
          </tr>
        </thead>
        <tbody>
          {docs.map((report) => (
            <ReportRow key={report.id} onShow={onShow} report={report} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ReportRow({ report, onShow }: { report: Report; onShow: (week: IsoWeek) => void }) {
  const { t } = usePortalText()
  const { jahr, kw, filename } = report
  return (
    <tr>
      <th scope="row">
        <button
          aria-label={t('reports:showReport', { jahr, kw })}
          className={styles.show}
          onClick={() => onShow({ jahr, kw })}
          type="button"
        >
          {`${jahr} / ${t('reports:week')} ${String(kw).padStart(2, '0')}`}
        </button>
      </th>
      <td>{formatMoment(report.generatedAt)}</td>
      <td>{report.generatedBy ?? t('reports:automatic')}</td>
      <td>
        <a
          aria-label={t('reports:downloadReport', { filename })}
          download={filename}
          href={report.downloadUrl}
        >
          {t('reports:download')}
        </a>
      </td>
    </tr>
  )
}

function Pages({
  page,
  totalPages,
  onPage,
}: {
  page: number
  totalPages: number
  onPage: (page: number) => void
}) {
  return (
    <Pagination
      hasNextPage={page < totalPages}
      hasPrevPage={page > 1}
      nextPage={page + 1}
      onChange={onPage}
      page={page}
      prevPage={page - 1}
      totalPages={totalPages}
    />
  )
}
