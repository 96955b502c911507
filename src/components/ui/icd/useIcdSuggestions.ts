'use client'

import { useEffect, useState } from 'react'
import type { IcdSearchOut, IcdSuggestion } from '../../../endpoints/icdCatalogue/contract'
import { useResource } from '../useResource'

/** How long somebody must pause before the server is asked. */
const pauseMs = 120
const minLetters = 2
const none: IcdSuggestion[] = []

/** The catalogue's best codes for what is typed; none for `null` or a single letter. */
export function useIcdSuggestions(query: string | null): IcdSuggestion[] {
  const wanted = query !== null && query.length >= minLetters ? query : null
  const [asked, setAsked] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), wanted === null ? 0 : pauseMs)
    return () => clearTimeout(timer)
  }, [wanted])
  const url = asked === null ? null : `/api/icd-catalogue/search?q=${encodeURIComponent(asked)}`
  const { data } = useResource<IcdSearchOut>(url)
  return wanted === null || asked === null ? none : (data?.docs ?? none)
}
