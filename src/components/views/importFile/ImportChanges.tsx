'use client'

import { fieldLabel } from '../../../domain/fieldLabel'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { formatCaseValue } from '../../ui/formatCaseValue'
import { usePortalText } from '../../ui/usePortalText'
import styles from './ImportTable.module.css'

/** What a row changes in what is stored, old → new. */
export function ImportChanges({ changes, title }: { changes: PlanItemOut['changes']; title: string }) {
  const { t, language } = usePortalText()
  return (
    <div className={styles.changes}>
      {title}
      <ul>
        {changes.map(({ field, old, new: next }) => (
          <li key={field}>
            {fieldLabel({ field, language })}:{' '}
            <del>{formatCaseValue({ field, value: old, language }) || t('import:empty')}</del> →{' '}
            <ins>{formatCaseValue({ field, value: next, language }) || t('import:empty')}</ins>
          </li>
        ))}
      </ul>
    </div>
  )
}
