'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { PendingIcdOut } from '../../../endpoints/icdEntry/contract'
import { CaseFilters } from '../../ui/CaseFilters'
import { formatCount } from '../../ui/formatNumbers'
import { useIcdCodes } from '../../ui/icd/useIcdCodes'
import { LoadFailure } from '../../ui/LoadFailure'
import { Pages } from '../../ui/Pages'
import { RowTable } from '../../ui/RowTable'
import { useCaseFilter } from '../../ui/useCaseFilter'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { useYears } from '../../ui/useYears'
import styles from './IcdQueue.module.css'
import { IcdRow } from './IcdRow'

const perPage = 50

/** Type a code, Enter, next: the queue is worked through without the mouse. Saved lines stay until a reload. */
export function IcdQueue() {
  const { t, language } = usePortalText()
  const { filter, query, setFilter } = useCaseFilter()
  const [page, setPage] = useState(1)
  const [filled, setFilled] = useState<ReadonlySet<string>>(new Set())
  const years = useYears()
  const list = useResource<PendingIcdOut>(`/api/cases/pending-icd?limit=${perPage}&page=${page}&${query}`)
  const { lookup, isSettled } = useIcdCodes()
  const focus = useLineFocus(isSettled ? list.data : null)

  const noteStored = useCallback((id: string, icd: string) => {
    setFilled((before) => new Set([...before].filter((other) => other !== id).concat(icd === '' ? [] : id)))
  }, [])
  const docs = list.data?.docs ?? []
  const filledHere = docs.filter(({ id }) => filled.has(id)).length
  const pending = (list.data?.totalDocs ?? 0) - filledHere

  const restart = (next: typeof filter) => {
    setFilter(next)
    setPage(1)
  }
  const turn = (to: number) => {
    focus.beginAnew()
    // What was saved has left the list, so the pages behind it have moved up.
    if (filledHere > 0 && to > page) list.reload()
    else setPage(to)
  }
  // Others work on the queue too: a page that is no more leads to the last one.
  const lastPage = Math.max(1, list.data?.totalPages ?? 1)
  const isBeyond = list.data !== null && list.data.page === page && page > lastPage
  useEffect(() => {
    if (isBeyond) setPage(lastPage)
  }, [isBeyond, lastPage])

  return (
    <div>
      <p className={styles.hint}>
        {t('icd:hint')} {lookup && `${t('icd:hintCatalogue', { year: lookup.year })} `}
        {t('icd:orInExcel')}{' '}
        <a download href={`/api/cases/coding-template?${query}`}>
          {t('icd:template')}
        </a>
        {' · '}
        <a href="/admin/import">{t('icd:importTemplate')}</a>
      </p>
      <div className={styles.head}>
        <CaseFilters filter={filter} onChange={restart} years={years} />
        <p aria-live="polite" className={styles.pending}>
          {list.data && t('icd:pending', { count: pending, shown: formatCount(pending, language) })}
        </p>
      </div>
      {list.error && <LoadFailure message={list.error.message} onRetry={list.reload} />}
      {list.data?.totalDocs === 0 && (
        <p className={styles.empty}>✓ {t(query === '' ? 'icd:empty' : 'icd:emptyFiltered')}</p>
      )}
      {docs.length > 0 && isSettled && (
        <RowTable
          rowsRef={focus.lines}
          titles={(['case', 'person', 'group', 'topic', 'code'] as const).map((column) => t(`icd:${column}`))}
        >
          {docs.map((found) => (
            <IcdRow
              catalogue={lookup}
              found={found}
              key={found.id}
              onMove={focus.move}
              onStored={noteStored}
            />
          ))}
        </RowTable>
      )}
      <Pages nextRef={focus.next} onTurn={turn} page={page} totalPages={lastPage} />
    </div>
  )
}

/** Leads the focus: to the first line of a new page, up and down the lines, and from the last one to the next page. */
function useLineFocus(data: PendingIcdOut | null) {
  const lines = useRef<HTMLTableSectionElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  const isNew = useRef(true)
  useEffect(() => {
    if (!data || !isNew.current) return
    isNew.current = false
    lines.current?.querySelector('input')?.focus()
  }, [data])
  const move = useCallback((from: HTMLInputElement, step: 1 | -1) => {
    const inputs = [...(lines.current?.querySelectorAll('input') ?? [])]
    const to = inputs[inputs.indexOf(from) + step]
    if (!to && step === 1) next.current?.focus()
    to?.focus()
    to?.select()
  }, [])
  const beginAnew = useCallback(() => {
    isNew.current = true
  }, [])
  return { lines, next, move, beginAnew }
}
