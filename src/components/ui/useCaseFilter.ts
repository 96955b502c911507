'use client'

import { useCallback, useEffect, useState } from 'react'
import { type CaseFilter, noFilter } from './CaseFilters'

/** The filter of a queue, kept in the page's address so that a reload or a link keeps it. */
export function useCaseFilter(): {
  filter: CaseFilter
  query: string
  setFilter: (filter: CaseFilter) => void
} {
  const [filter, setState] = useState<CaseFilter>(noFilter)
  useEffect(() => setState(fromAddress()), [])
  const setFilter = useCallback((next: CaseFilter) => {
    setState(next)
    const query = queryOf(next)
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
  }, [])
  return { filter, query: queryOf(filter), setFilter }
}

function fromAddress(): CaseFilter {
  const query = new URLSearchParams(window.location.search)
  return {
    fallgruppe: query.get('fallgruppe') ?? '',
    jahr: query.get('jahr') ?? '',
    kw: query.get('kw') ?? '',
  }
}

function queryOf(filter: CaseFilter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
}
