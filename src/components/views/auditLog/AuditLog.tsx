'use client'

import { usePortalText } from '../../ui/usePortalText'
import { AuditFilters } from './AuditFilters'
import styles from './AuditLog.module.css'
import { AuditTable } from './AuditTable'
import { queryOf, useAuditFilter } from './useAuditFilter'

/** The audit log: what of it, the entries, and the same as a file. */
export function AuditLog() {
  const { t } = usePortalText()
  const { choice, setChoice } = useAuditFilter()
  const { page, ...filter } = choice
  const query = queryOf(filter)
  return (
    <div className={styles.sections}>
      <p className={styles.intro}>{t('audit:intro')}</p>
      <AuditFilters choice={choice} key={query} onChoose={(next) => setChoice({ ...next, page: '' })} />
      <AuditTable
        onTurn={(next) => setChoice({ ...choice, page: next === 1 ? '' : String(next) })}
        page={Number(page) || 1}
        query={query}
      >
        <p className={styles.files}>
          {t('audit:export')}{' '}
          <a aria-label={t('audit:excelOf')} download href={`/api/audit-log/xlsx?${query}`}>
            {t('audit:excel')}
          </a>{' '}
          <a aria-label={t('audit:csvOf')} download href={`/api/audit-log/csv?${query}`}>
            {t('audit:csv')}
          </a>
        </p>
      </AuditTable>
    </div>
  )
}
