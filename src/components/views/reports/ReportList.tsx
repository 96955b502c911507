'use client'

import { Pagination } from '@payloadcms/ui'
import type { IsoWeek } from '../../../domain/calendar/isoWeek'
import type { ReportListOut } from '../../../endpoints/reports/contract'
import { LoadFailure } from '../../ui/LoadFailure'
import { usePortalText } from '../../ui/usePortalText'
import type { Resource } from '../../ui/useResource'
import styles from './ReportList.module.css'
import { ReportRows } from './ReportRows'

type ReportListProps = {
  canDelete: boolean
  list: Resource<ReportListOut>
  onPage: (page: number) => void
  onShow: (week: IsoWeek) => void
}

/** The current report of each week, the newest first, with its workbook and the versions before it. */
export function ReportList({ canDelete, list, onPage, onShow }: ReportListProps) {
  const { t } = usePortalText()
  const { data, error, isLoading, reload } = list
  return (
    <section aria-busy={isLoading} className={styles.list}>
      <h2 className={styles.title}>{t('reports:listTitle')}</h2>
      {error && <LoadFailure message={error.message} onRetry={reload} />}
      {!data && !error && <p className={styles.hint}>{t('reports:listLoading')}</p>}
      {data?.totalDocs === 0 && <p className={styles.hint}>{t('reports:listEmpty')}</p>}
      {data && data.totalDocs > 0 && (
        <ReportTable docs={data.docs} canDelete={canDelete} onDeleted={reload} onShow={onShow} />
      )}
      {data && data.totalPages > 1 && <Pages onPage={onPage} page={data.page} totalPages={data.totalPages} />}
    </section>
  )
}

type ReportTableProps = Pick<ReportListProps, 'canDelete' | 'onShow'> & {
  docs: ReportListOut['docs']
  onDeleted: () => void
}

function ReportTable({ docs, canDelete, onShow, onDeleted }: ReportTableProps) {
  const { t } = usePortalText()
  const titles = ['report', 'version', 'generatedAt', 'generatedBy', 'file', ...(canDelete ? ['action'] : [])]
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {t(`reports:${title}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {docs.map((report) => (
            <ReportRows key={`${report.jahr}/${report.kw}`} {...{ report, canDelete, onShow, onDeleted }} />
          ))}
        </tbody>
      </table>
    </div>
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
