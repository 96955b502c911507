'use client'

import { Pill } from '@payloadcms/ui'
import type { ErasureListOut, ErasureOut } from '../../../endpoints/erasures/contract'
import { formatMoment } from '../../ui/formatNumbers'
import { LoadFailure } from '../../ui/LoadFailure'
import { Pages } from '../../ui/Pages'
import { Aside, RowTable } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import type { Resource } from '../../ui/useResource'

const columns = ['when', 'why', 'what', 'state']
const pillStyles = { running: 'warning', done: 'success', failed: 'error' } as const

/** The erasures so far, the latest first: of whom is not told any more. */
export function ErasureList({
  list: { data, error, reload },
  page,
  onTurn,
}: {
  list: Resource<ErasureListOut>
  page: number
  onTurn: (page: number) => void
}) {
  const { t } = usePortalText()
  return (
    <section aria-labelledby="erasures">
      <h2 id="erasures">{t('erasure:soFar')}</h2>
      {error && <LoadFailure message={error.message} onRetry={reload} />}
      {!data && !error && <p>{t('erasure:loading')}</p>}
      {data?.totalDocs === 0 && <p>{t('erasure:none')}</p>}
      {data && data.totalDocs > 0 && (
        <RowTable titles={columns.map((column) => t(`erasure:${column}`))}>
          {data.docs.map((erasure) => (
            <ErasureRow erasure={erasure} key={erasure.id} />
          ))}
        </RowTable>
      )}
      <Pages onTurn={onTurn} page={page} totalPages={data?.totalPages ?? 1} />
    </section>
  )
}

function ErasureRow({ erasure }: { erasure: ErasureOut }) {
  const { t } = usePortalText()
  const { status, createdAt, by, reason, reference, finishedAt, cases, icdCodes, importRows, auditEntries } =
    erasure
  return (
    <tr data-status={status}>
      <td data-label={t('erasure:when')}>
        {formatMoment(createdAt)}
        {by && <Aside>{t('erasure:by', { name: by })}</Aside>}
      </td>
      <td data-label={t('erasure:why')}>
        {t(`erasure:${reason}`)}
        <Aside>{reference}</Aside>
      </td>
      <td data-label={t('erasure:what')}>
        {t('erasure:casesErased', { cases, icdCodes })}
        <Aside>{t('erasure:tracesErased', { importRows, auditEntries })}</Aside>
      </td>
      <td data-label={t('erasure:state')}>
        <Pill pillStyle={pillStyles[status]} size="small">
          {t(`erasure:${status}`)}
        </Pill>
        <Aside>{status === 'failed' ? t('erasure:again') : finishedAt && formatMoment(finishedAt)}</Aside>
      </td>
    </tr>
  )
}
