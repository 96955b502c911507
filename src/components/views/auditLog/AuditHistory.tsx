'use client'

import { useState } from 'react'
import type { AuditedType } from '../../../domain/audit/auditEntry'
import { usePortalText } from '../../ui/usePortalText'
import styles from './AuditLog.module.css'
import { AuditTable } from './AuditTable'

/** What the audit log tells of one thing. */
export function AuditHistory({ entityType, entityId }: { entityType: AuditedType; entityId: string }) {
  const { t } = usePortalText()
  const [page, setPage] = useState(1)
  const query = new URLSearchParams({ entityType, entityId }).toString()
  return (
    <div className={styles.sections}>
      <p className={styles.intro}>{t('audit:historyIntro')}</p>
      <AuditTable isOfOne onTurn={setPage} page={page} query={query} />
    </div>
  )
}
