'use client'

import { useEffect, useRef } from 'react'
import { formatDay } from '../../ui/formatDay'
import { usePortalText } from '../../ui/usePortalText'
import styles from './CodingQueue.module.css'
import type { CodingWork } from './useCodingWork'

/** The cases that wait, the oldest first; the current one stays in sight. */
export function OpenCases({ work }: { work: CodingWork }) {
  const { t } = usePortalText()
  const list = useRef<HTMLElement>(null)
  const currentId = work.current?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: another current case is what scrolls
  useEffect(() => {
    const item = list.current?.querySelector<HTMLElement>('[aria-current="true"]')
    // Only the list is scrolled, never the page.
    if (item && list.current) list.current.scrollTop = item.offsetTop - list.current.clientHeight / 2
  }, [currentId])
  return (
    <nav aria-label={t('coding:waiting')} className={styles.list} ref={list}>
      {work.cases.map((found) => (
        <button
          aria-current={found.id === currentId}
          className={styles.item}
          key={found.id}
          onClick={() => work.open(found.id)}
          type="button"
        >
          {found.fallId}
          <span className={styles.small}>{formatDay(found.datum)}</span>
        </button>
      ))}
    </nav>
  )
}
