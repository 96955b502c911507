'use client'

import { useEffect, useState } from 'react'
import { CaseFilters } from '../../ui/CaseFilters'
import { LoadFailure } from '../../ui/LoadFailure'
import { ProgressBar } from '../../ui/ProgressBar'
import { useCaseFilter } from '../../ui/useCaseFilter'
import { usePortalText } from '../../ui/usePortalText'
import { useYears } from '../../ui/useYears'
import { CodingForm } from './CodingForm'
import styles from './CodingQueue.module.css'
import { codingAfterKey } from './coding'
import { type CodingWork, useCodingWork } from './useCodingWork'

/** Code an opinion, Enter, next: one case large, the queue beside it, everything by keyboard. */
export function CodingQueue() {
  const { t } = usePortalText()
  const { filter, query, setFilter } = useCaseFilter()
  const years = useYears()
  const work = useCodingWork(query)
  useCodingKeys(work)
  const { progress, ratio } = work

  return (
    <div>
      <div className={styles.head}>
        <CaseFilters filter={filter} onChange={setFilter} years={years} />
        <div className={styles.progress}>
          <strong>{t('coding:progress', progress)}</strong>
          <ProgressBar done={progress.coded} label={t('coding:progress', progress)} total={progress.total} />
          <span>{t('coding:ratio', ratio)}</span>
        </div>
      </div>
      <p className={styles.keys}>{t('coding:keys')}</p>
      <p aria-live="polite" className={styles.message} data-kind={work.message?.kind}>
        {work.message?.text ?? ' '}
      </p>
      {work.failure && <LoadFailure message={work.failure} onRetry={work.reload} />}
      {work.isEmpty && <p className={styles.empty}>{t('coding:empty')}</p>}
      {work.current && (
        <div className={styles.columns}>
          <OpenCases work={work} />
          <CodingForm key={work.current.id} work={work} />
        </div>
      )}
    </div>
  )
}

function OpenCases({ work }: { work: CodingWork }) {
  const { t } = usePortalText()
  return (
    <nav aria-label={t('coding:waiting')} className={styles.list}>
      {work.cases.map((found) => (
        <button
          aria-current={found.id === work.current?.id}
          className={styles.item}
          key={found.id}
          onClick={() => work.open(found.id)}
          type="button"
        >
          {found.fallId}
        </button>
      ))}
    </nav>
  )
}

/** The keys of the queue, wherever the focus is but in a field one types into. */
function useCodingKeys(work: CodingWork): void {
  const [latest] = useState(() => ({ work }))
  latest.work = work
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (handle(latest.work, event.key, event.target)) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [latest])
}

function handle(work: CodingWork, key: string, target: EventTarget | null): boolean {
  if (!work.current) return false
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    work.step(key === 'ArrowDown' ? 1 : -1)
    return true
  }
  if (key === 'Enter') {
    const isOtherButton = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement
    if (!isOtherButton) work.save()
    return !isOtherButton
  }
  const coding = codingAfterKey(work.coding, key)
  if (coding) work.choose(coding)
  return coding !== null
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
