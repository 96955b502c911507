'use client'

import { rowKey } from '../../../domain/imports/rowKey'
import type { ImportUndoOut } from '../../../endpoints/importFiles/contract'
import { formatCount } from '../../ui/formatNumbers'
import { usePortalText } from '../../ui/usePortalText'
import styles from './ImportResult.module.css'

/** What became of the rows of an undone import; those that were not taken back are named, with the reason. */
export function UndoneRows({ undo }: { undo: ImportUndoOut }) {
  const { t, language } = usePortalText()
  const figures = { reversed: undo.reversed, kept: undo.kept, failedToUndo: undo.failed }
  const others = undo.rows.filter(({ outcome }) => outcome !== 'reversed')
  return (
    <div>
      <h3>✓ {t('import:undone')}</h3>
      <dl className={styles.figures}>
        {Object.entries(figures).map(([figure, count]) => (
          <div className={styles.figure} key={figure}>
            <dd>{formatCount(count, language)}</dd>
            <dt>{t(`import:${figure}`)}</dt>
          </div>
        ))}
      </dl>
      {others.length > 0 && (
        <ul className={styles.failed}>
          {others.map((row) => (
            <li key={rowKey(row)}>
              {row.sheet !== undefined && `${row.sheet}, `}
              {t('import:row')} {row.row}: {t(`import:${row.reason ?? row.outcome}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
