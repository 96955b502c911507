'use client'

import { useCallback } from 'react'
import { useAddressQuery } from '../../ui/useAddressQuery'

const names = ['user', 'action', 'entityType', 'entityId', 'from', 'to', 'page'] as const

/** What is chosen of the log; '' is all. */
export type AuditChoice = Record<(typeof names)[number], string>

/** The choice of the log. The page's address holds it, so a reload, a link and the way back keep it. */
export function useAuditFilter(): { choice: AuditChoice; setChoice: (choice: AuditChoice) => void } {
  const { query, pushQuery } = useAddressQuery()
  const address = new URLSearchParams(query)
  const choice = Object.fromEntries(names.map((name) => [name, address.get(name) ?? ''])) as AuditChoice
  const setChoice = useCallback((next: AuditChoice) => pushQuery(queryOf(next)), [pushQuery])
  return { choice, setChoice }
}

/** A choice as the query of an address; without the page for what is of all pages. */
export function queryOf(choice: Partial<AuditChoice>): string {
  return new URLSearchParams(Object.entries(choice).filter(([, value]) => value !== '')).toString()
}
