'use client'

import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { usePortalText } from '../../ui/usePortalText'
import styles from './ImportTable.module.css'

/** What is wrong with a row, and what was noticed. */
export function RowProblems({ item }: { item: PlanItemOut }) {
  const { t } = usePortalText()
  if (item.problems.length === 0) return null
  return (
    <ul className={styles.problems}>
      {item.problems.map((problem) => (
        <li data-level={problem.level} key={`${problem.field} ${problem.message}`}>
          <strong>
            {problem.level === 'error' ? `✕ ${t('import:errorMark')}` : `⚠ ${t('import:warningMark')}`}:
          </strong>{' '}
          {problem.message}
        </li>
      ))}
    </ul>
  )
}
