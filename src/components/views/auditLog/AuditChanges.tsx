'use client'

import type { AuditEntryOut } from '../../../endpoints/auditLog/contract'
import { usePortalText } from '../../ui/usePortalText'
import styles from './AuditLog.module.css'

type Change = AuditEntryOut['changes'][number]

/** More than so many stand folded. */
const maxOpen = 4

/** What an entry changed, field by field, old → new. */
export function AuditChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = usePortalText()
  const list = (
    <dl className={styles.changes}>
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{change.label}</dt>
          <dd>
            <Values change={change} />
          </dd>
        </div>
      ))}
    </dl>
  )
  if (changes.length <= maxOpen) return list
  return (
    <details className={styles.folded}>
      <summary>{t('audit:fields', { count: changes.length })}</summary>
      {list}
    </details>
  )
}

function Values({ change }: { change: Change }) {
  const { t } = usePortalText()
  if (change.isHidden) return <>{t('audit:changed')}</>
  if (change.old === '') return <ins>{change.new}</ins>
  return (
    <>
      <del>{change.old}</del>
      {' → '}
      <ins>{change.new || t('audit:empty')}</ins>
    </>
  )
}
