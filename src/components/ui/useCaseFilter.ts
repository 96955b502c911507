'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'
import type { CaseFilter } from './CaseFilters'

/** The filter of a queue. The page's address holds it, so a reload, a link and the way back keep it. */
export function useCaseFilter(): {
  filter: CaseFilter
  query: string
  setFilter: (filter: CaseFilter) => void
} {
  const address = useSearchParams()
  const filter = {
    fallgruppe: address.get('fallgruppe') ?? '',
    jahr: address.get('jahr') ?? '',
    kw: address.get('kw') ?? '',
  }
  const setFilter = useCallback((next: CaseFilter) => {
    const query = queryOf(next)
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
  }, [])
  return { filter, query: queryOf(filter), setFilter }
}

function queryOf(filter: CaseFilter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
}
