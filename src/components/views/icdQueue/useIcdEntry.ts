'use client'

import { useCallback, useRef, useState } from 'react'
import type { PendingIcdCase } from '../../../endpoints/icdEntry/contract'
import { ApiError, fetchJson } from '../../ui/fetchJson'

/** How a line stands. */
export type IcdEntry =
  | { kind: 'open' }
  | { kind: 'saving' }
  | { kind: 'saved'; icd: string }
  | { kind: 'refused'; message: string }
  | { kind: 'conflict'; who: string; icd: string; updatedAt: string }

type Saved = { icd: string | null; updatedAt: string }

/** Saves the codes of one case, one request after the other, always against the version last seen. */
export function useIcdEntry({ found, onSaved }: { found: PendingIcdCase; onSaved: () => void }) {
  const [entry, setEntry] = useState<IcdEntry>({ kind: 'open' })
  const version = useRef(found.updatedAt)
  const stored = useRef(found.icd ?? '')
  const queue = useRef(Promise.resolve())

  const save = useCallback(
    (text: string) => {
      if (text.trim() === stored.current || (text.trim() === '' && stored.current === '')) return
      setEntry({ kind: 'saving' })
      queue.current = queue.current.then(async () => {
        const outcome = await put({ id: found.id, icd: text, updatedAt: version.current })
        if (outcome.kind === 'saved') {
          if (stored.current === '') onSaved()
          stored.current = outcome.icd
          version.current = outcome.updatedAt
        }
        setEntry(outcome)
      })
    },
    [found.id, onSaved],
  )

  /** Goes on from what the other one entered; answers their codes. */
  const takeTheirs = (): string => {
    if (entry.kind !== 'conflict') return stored.current
    if (stored.current === '' && entry.icd !== '') onSaved()
    version.current = entry.updatedAt
    stored.current = entry.icd
    setEntry(entry.icd === '' ? { kind: 'open' } : { kind: 'saved', icd: entry.icd })
    return entry.icd
  }

  return { entry, save, takeTheirs }
}

async function put({ id, ...body }: { id: string; icd: string; updatedAt: string }) {
  try {
    const saved = await fetchJson<Saved>({ url: `/api/cases/${id}/icd`, method: 'PUT', body })
    return { kind: 'saved' as const, icd: saved.icd ?? '', updatedAt: saved.updatedAt }
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) return conflictOf(error)
    return { kind: 'refused' as const, message: error instanceof Error ? error.message : String(error) }
  }
}

function conflictOf(error: ApiError): IcdEntry & { kind: 'conflict' } {
  const { changedBy, current } = error.errors[0] as { changedBy?: string | null; current?: Saved }
  return {
    kind: 'conflict',
    who: changedBy ?? '–',
    icd: current?.icd ?? '',
    updatedAt: current?.updatedAt ?? '',
  }
}
