'use client'

import type { Language } from '../../../domain/language'
import { kennzahlen } from '../../../domain/reports/comparison'
import { summaryColumnLabel } from '../../../domain/reports/summaryColumns'
import type { PlanItemOut } from '../../../endpoints/importFiles/contract'
import { formatCount } from '../../ui/formatNumbers'
import { Aside } from '../../ui/RowTable'
import { type PortalTranslate, usePortalText } from '../../ui/usePortalText'
import { ImportChanges } from './ImportChanges'
import styles from './ImportTable.module.css'
import { RowProblems } from './RowProblems'

/** The columns of a plan whose rows are weeks of an earlier year. */
export function weekTitles({ t, language }: { t: PortalTranslate; language: Language }): string[] {
  return [
    t('import:row'),
    t('import:action'),
    t('import:weekTitle'),
    ...kennzahlen.map((column) => summaryColumnLabel({ column, language })),
    t('import:remarks'),
  ]
}

/** One week of the plan: what happens to it, its five main figures, what it changes, and what is wrong or noticed. */
export function ImportWeekRow({ item }: { item: PlanItemOut }) {
  const { t, language } = usePortalText()
  const { jahr, kw } = item.data
  return (
    <tr data-action={item.action}>
      <td data-label={t('import:row')}>
        {item.row}
        {item.sheet !== undefined && <Aside>{item.sheet}</Aside>}
      </td>
      <td data-label={t('import:action')}>
        <span className={styles.pill} data-action={item.action}>
          {t(`import:${item.action}`)}
        </span>
      </td>
      <td data-label={t('import:weekTitle')}>
        {kw && t('import:week', { kw: Number(kw), jahr: Number(jahr) })}
      </td>
      {kennzahlen.map((column) => (
        <td className={styles.figure} data-label={summaryColumnLabel({ column, language })} key={column}>
          {typeof item.data[column] === 'number' && formatCount(item.data[column], language)}
        </td>
      ))}
      <td data-label={t('import:remarks')}>
        <RowProblems item={item} />
        {item.changes.length > 0 && <ImportChanges changes={item.changes} title={t('import:changes')} />}
      </td>
    </tr>
  )
}
