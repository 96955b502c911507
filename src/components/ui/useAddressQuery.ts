'use client'

import { useSearchParams } from 'next/navigation'
import { startTransition, useCallback, useOptimistic } from 'react'

/** The query of the page's address, which holds what a page shows, and its replacement. */
export function useAddressQuery(): {
  query: string
  replaceQuery: (query: string) => void
} {
  const [query, showQuery] = useOptimistic(useSearchParams().toString())
  const replaceQuery = useCallback(
    (next: string) =>
      // Next follows the address in a transition, and with each that it has rendered puts its address back in place. What
      // is shown at once throws away the rendering of an earlier one, which would undo a choice made since.
      startTransition(() => {
        showQuery(next)
        window.history.replaceState(null, '', next ? `?${next}` : window.location.pathname)
      }),
    [showQuery],
  )
  return { query, replaceQuery }
}
