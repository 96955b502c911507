'use client'

import { useSearchParams } from 'next/navigation'
import { startTransition, useCallback, useOptimistic } from 'react'

/** The query of the page's address, which holds what a page shows; another one takes its place, or comes after it. */
export function useAddressQuery(): {
  query: string
  replaceQuery: (query: string) => void
  /** The way back leads to the one before. */
  pushQuery: (query: string) => void
} {
  const [query, showQuery] = useOptimistic(useSearchParams().toString())
  const goTo = useCallback(
    (next: string, how: 'replaceState' | 'pushState') =>
      // Next follows the address in a transition, and with each that it has rendered puts its address back in place. What
      // is shown at once throws away the rendering of an earlier one, which would undo a choice made since.
      startTransition(() => {
        showQuery(next)
        window.history[how](null, '', next ? `?${next}` : window.location.pathname)
      }),
    [showQuery],
  )
  const replaceQuery = useCallback((next: string) => goTo(next, 'replaceState'), [goTo])
  const pushQuery = useCallback((next: string) => goTo(next, 'pushState'), [goTo])
  return { query, replaceQuery, pushQuery }
}
