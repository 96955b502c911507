'use client'

import { useCallback, useRef, useState } from 'react'
import type { PendingIcdOut } from '../../../endpoints/icdEntry/contract'
import { CaseFilters } from '../../ui/CaseFilters'
import { LoadFailure } from '../../ui/LoadFailure'
import { Pages } from '../../ui/Pages'
import { useCaseFilter } from '../../ui/useCaseFilter'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { useYears } from '../../ui/useYears'
import styles from './IcdQueue.module.css'
import { IcdRow } from './IcdRow'

const perPage = 50

/** Type a code, Enter, next: the queue is worked through without the mouse. Saved lines stay until a reload. */
export function IcdQueue() {
  const { t } = usePortalText()
  const { filter, query, setFilter } = useCaseFilter()
  const [page, setPage] = useState(1)
  const [saved, setSaved] = useState(0)
  const years = useYears()
  const list = useResource<PendingIcdOut>(`/api/cases/pending-icd?limit=${perPage}&page=${page}&${query}`)
  const table = useRef<HTMLTableSectionElement>(null)

  const move = useCallback((from: HTMLInputElement, step: 1 | -1) => {
    const inputs = [...(table.current?.querySelectorAll('input') ?? [])]
    const next = inputs[inputs.indexOf(from) + step]
    next?.focus()
    next?.select()
  }, [])
  const noteSaved = useCallback(() => setSaved((before) => before + 1), [])

  const restart = (next: typeof filter) => {
    setFilter(next)
    setPage(1)
    setSaved(0)
  }
  const turn = (to: number) => {
    // What was saved has left the list, so the pages behind it have moved up.
    setPage(saved > 0 && to > page ? page : to)
    if (saved > 0) list.reload()
    setSaved(0)
  }

  return (
    <div>
      <p className={styles.hint}>{t('icd:hint')}</p>
      <div className={styles.head}>
        <CaseFilters filter={filter} onChange={restart} years={years} />
        <p aria-live="polite" className={styles.pending}>
          {list.data ? t('icd:pending', { count: Math.max(0, list.data.totalDocs - saved) }) : ' '}
        </p>
      </div>
      {list.error && <LoadFailure message={list.error.message} onRetry={list.reload} />}
      {list.data?.docs.length === 0 && <p className={styles.empty}>{t('icd:empty')}</p>}
      {list.data && list.data.docs.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {(['case', 'person', 'group', 'topic', 'code'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`icd:${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={table}>
            {list.data.docs.map((found, index) => (
              <IcdRow found={found} isFirst={index === 0} key={found.id} onMove={move} onSaved={noteSaved} />
            ))}
          </tbody>
        </table>
      )}
      {list.data && <Pages onTurn={turn} page={page} totalPages={list.data.totalPages} />}
    </div>
  )
}
