'use client'

import { rowKey } from '../../../domain/imports/rowKey'
import type { Language } from '../../../domain/language'
import { kennzahlen } from '../../../domain/reports/comparison'
import { summaryColumnLabel } from '../../../domain/reports/summaryColumns'
import { formatCount } from '../../ui/formatNumbers'
import { type PortalTranslate, usePortalText } from '../../ui/usePortalText'
import { CorrectedFields } from './CorrectedFields'
import { CorrectionRow } from './CorrectionRow'
import { ImportChanges } from './ImportChanges'
import type { RowProps } from './ImportRow'
import styles from './ImportTable.module.css'
import { RowHead } from './RowHead'
import { RowProblems } from './RowProblems'
import { useRowCorrection } from './useRowCorrection'

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
export function ImportWeekRow({ item, correctable, isPending, replan }: RowProps) {
  const { t, language } = usePortalText()
  const correction = useRowCorrection(correctable)
  const { jahr, kw } = item.data
  return (
    <>
      <tr aria-busy={isPending} data-action={item.action} data-row={rowKey(item)}>
        <RowHead {...correction} isPending={isPending} item={item} />
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
          <CorrectedFields item={item} />
          {item.changes.length > 0 && <ImportChanges changes={item.changes} title={t('import:changes')} />}
        </td>
      </tr>
      <CorrectionRow {...correction} columns={4 + kennzahlen.length} item={item} replan={replan} />
    </>
  )
}
