'use client'

import { useCallback } from 'react'
import type { CaseFilter } from './CaseFilters'
import { useAddressQuery } from './useAddressQuery'

/** The filter of a queue. The page's address holds it, so a reload, a link and the way back keep it. */
export function useCaseFilter(): {
  filter: CaseFilter
  query: string
  setFilter: (filter: CaseFilter) => void
} {
  const { query, replaceQuery } = useAddressQuery()
  const address = new URLSearchParams(query)
  const filter = {
    fallgruppe: address.get('fallgruppe') ?? '',
    jahr: address.get('jahr') ?? '',
    kw: address.get('kw') ?? '',
  }
  const setFilter = useCallback((next: CaseFilter) => replaceQuery(queryOf(next)), [replaceQuery])
  return { filter, query: queryOf(filter), setFilter }
}

function queryOf(filter: CaseFilter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
}
