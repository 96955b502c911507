'use client'

import { type KeyboardEvent, useRef } from 'react'
import styles from './SheetPreview.module.css'

type SheetTabsProps = {
  label: string
  titles: string[]
  open: number
  onOpen: (index: number) => void
}

/** The names of the sheets as tabs; the arrow keys go from one to the next (WAI-ARIA tabs). */
export function SheetTabs({ label, titles, open, onOpen }: SheetTabsProps) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex({ key: event.key, open, count: titles.length })
    if (next === null) return
    event.preventDefault()
    onOpen(next)
    list.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div
      aria-label={label}
      className={styles.tabs}
      onKeyDown={onKeyDown}
      ref={list}
      role="tablist"
      tabIndex={-1}
    >
      {titles.map((title, index) => (
        <button
          aria-controls="sheet-panel"
          aria-selected={index === open}
          className={styles.tab}
          id={`sheet-tab-${index}`}
          key={title}
          onClick={() => onOpen(index)}
          role="tab"
          tabIndex={index === open ? 0 : -1}
          type="button"
        >
          {title}
        </button>
      ))}
    </div>
  )
}

function nextIndex({ key, open, count }: { key: string; open: number; count: number }): number | null {
  if (key === 'ArrowRight') return (open + 1) % count
  if (key === 'ArrowLeft') return (open + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
