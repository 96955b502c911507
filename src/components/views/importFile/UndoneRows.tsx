'use client'

import { useState } from 'react'
import { rowKey } from '../../../domain/imports/rowKey'
import type { ImportRowsOut, ImportUndoOut } from '../../../endpoints/importFiles/contract'
import { formatCount } from '../../ui/formatNumbers'
import { LoadFailure } from '../../ui/LoadFailure'
import { Pages } from '../../ui/Pages'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import styles from './ImportResult.module.css'

type UndoneRow = ImportUndoOut['rows'][number]

const perPage = 100
const lists = [
  { outcome: 'kept', title: 'import:keptRows' },
  { outcome: 'failed', title: 'import:failedToUndoRows' },
] as const

/** What became of the rows of an undone import; those that were not taken back are named, with the reason. */
export function UndoneRows({ undo }: { undo: ImportUndoOut }) {
  const { t, language } = usePortalText()
  const figures = { reversed: undo.reversed, kept: undo.kept, failedToUndo: undo.failed }
  const isWhole = undo.rows.length === undo.reversed + undo.kept + undo.failed
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
      {isWhole ? (
        <RowList rows={undo.rows.filter(({ outcome }) => outcome !== 'reversed')} />
      ) : (
        lists.map(
          ({ outcome, title }) =>
            undo[outcome] > 0 && (
              <section key={outcome}>
                <h4>{t(title)}</h4>
                <RowPages importId={undo.importId} outcome={outcome} />
              </section>
            ),
        )
      )}
    </div>
  )
}

/** The rows of a large import that one thing became of, a page at a time. */
function RowPages({ importId, outcome }: { importId: string; outcome: 'kept' | 'failed' }) {
  const [page, setPage] = useState(1)
  const url = `/api/import/${importId}/rows?outcome=${outcome}&limit=${perPage}&page=${page}`
  const { data, error, reload } = useResource<ImportRowsOut>(url)
  if (error) return <LoadFailure message={error.message} onRetry={reload} />
  if (!data) return null
  return (
    <>
      <RowList rows={data.docs.map(({ row, sheet, undone }) => ({ row, sheet, outcome, ...undone }))} />
      <Pages onTurn={setPage} page={page} totalPages={data.totalPages} />
    </>
  )
}

function RowList({ rows }: { rows: readonly UndoneRow[] }) {
  const { t } = usePortalText()
  if (rows.length === 0) return null
  return (
    <ul className={styles.failed}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          {row.sheet !== undefined && `${row.sheet}, `}
          {t('import:row')} {row.row}: {t(`import:${row.reason ?? row.outcome}`)}
        </li>
      ))}
    </ul>
  )
}
