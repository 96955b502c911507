'use client'

import type { ReactNode } from 'react'
import type { AuditListOut } from '../../../endpoints/auditLog/contract'
import { formatCount } from '../../ui/formatNumbers'
import { LoadFailure } from '../../ui/LoadFailure'
import { Pages } from '../../ui/Pages'
import { RowTable } from '../../ui/RowTable'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import styles from './AuditLog.module.css'
import { AuditRow } from './AuditRow'

/** A page of the entries of a query; `isOfOne` where all are about the same thing, which then need not be named. */
export function AuditTable({
  query,
  page,
  onTurn,
  isOfOne = false,
  children,
}: {
  query: string
  page: number
  onTurn: (page: number) => void
  isOfOne?: boolean
  /** Stands beside the number of entries. */
  children?: ReactNode
}) {
  const { t, language } = usePortalText()
  const list = useResource<AuditListOut>(`/api/audit-log/list?${query ? `${query}&` : ''}page=${page}`)
  const { data, error } = list
  const columns = ['time', 'who', 'what', ...(isOfOne ? [] : ['of']), 'changes']
  const count = data ? formatCount(data.totalDocs, language) : ''
  return (
    <section aria-busy={list.isLoading} aria-label={t('audit:log')}>
      {error && <LoadFailure message={error.message} onRetry={list.reload} />}
      {!data && !error && <p>{t('audit:loading')}</p>}
      {data && !error && (
        <div className={styles.bar}>
          <p role="status">
            {data.totalDocs === 0
              ? t('audit:none')
              : t(data.hasMore ? 'audit:countMore' : 'audit:count', { count })}
          </p>
          {children}
        </div>
      )}
      {data && data.docs.length > 0 && (
        <RowTable titles={columns.map((column) => t(`audit:${column}`))}>
          {data.docs.map((entry) => (
            <AuditRow entry={entry} isOfOne={isOfOne} key={entry.id} />
          ))}
        </RowTable>
      )}
      <Pages onTurn={onTurn} page={page} totalPages={data?.totalPages ?? 1} />
    </section>
  )
}
