'use client'

import { caseFields, isCaseFieldName } from '../../../domain/cases/caseFields'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { formatCaseValue } from '../../ui/formatCaseValue'
import { usePortalText } from '../../ui/usePortalText'
import styles from './ImportTable.module.css'

/** What a row changes in a case, old → new. */
export function ImportChanges({ changes, title }: { changes: PlanItemOut['changes']; title: string }) {
  const { t, language } = usePortalText()
  const label = (field: string) => (isCaseFieldName(field) ? caseFields[field][language] : field)
  return (
    <div className={styles.changes}>
      {title}
      <ul>
        {changes.map(({ field, old, new: next }) => (
          <li key={field}>
            {label(field)}: <del>{formatCaseValue({ field, value: old, language }) || t('import:empty')}</del>{' '}
            → <ins>{formatCaseValue({ field, value: next, language }) || t('import:empty')}</ins>
          </li>
        ))}
      </ul>
    </div>
  )
}
