'use client'

import { useEffect, useRef } from 'react'
import { isTyping } from '../../ui/isTyping'
import { codingAfterKey } from './coding'
import type { CodingWork } from './useCodingWork'

/** The keys of the queue, wherever the focus is but in a field one types into. */
export function useCodingKeys(work: CodingWork): void {
  const latest = useRef(work)
  latest.current = work
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (handle({ work: latest.current, event })) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** Whether the key meant something. A key held down moves on through the cases and does nothing else. */
function handle({
  work,
  event: { key, target, repeat },
}: {
  work: CodingWork
  event: KeyboardEvent
}): boolean {
  if (!work.current) return false
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    work.step(key === 'ArrowDown' ? 1 : -1)
    return true
  }
  if (key === 'Enter') {
    if (hasItsOwnEnter(target)) return false
    if (!repeat) void work.save()
    return true
  }
  const coding = codingAfterKey(work.coding, key)
  if (coding && !repeat) work.choose(coding)
  return coding !== null
}

/** Buttons and links do what they say, but for the current case of the list, which is open already. */
function hasItsOwnEnter(target: EventTarget | null): boolean {
  const control = target instanceof Element ? target.closest('button, a, summary') : null
  return control !== null && control.getAttribute('aria-current') !== 'true'
}
