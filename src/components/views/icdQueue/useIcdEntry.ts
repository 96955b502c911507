'use client'

import { useCallback, useRef, useState } from 'react'
import type { PendingIcdCase } from '../../../endpoints/icdEntry/contract'
import { ApiError, fetchJson } from '../../ui/fetchJson'

/** How a line stands; a line saved with '' has lost its codes again. */
export type IcdEntry =
  | { kind: 'open' }
  | { kind: 'saving' }
  | { kind: 'saved'; icd: string }
  | { kind: 'refused'; message: string }
  | { kind: 'conflict'; who: string | null; icd: string; updatedAt: string }

type Saved = { icd: string | null; updatedAt: string }

/** Saves the codes of one case, one request after the other, always against the version last seen. */
export function useIcdEntry({
  found,
  onStored,
}: {
  found: PendingIcdCase
  /** What the case holds now, after a save or when another one's codes are taken. */
  onStored: (id: string, icd: string) => void
}) {
  const [entry, setEntry] = useState<IcdEntry>({ kind: 'open' })
  const version = useRef(found.updatedAt)
  const stored = useRef(found.icd ?? '')
  const queue = useRef(Promise.resolve())

  const keep = useCallback(
    (saved: { icd: string; updatedAt: string }) => {
      version.current = saved.updatedAt
      stored.current = saved.icd
      onStored(found.id, saved.icd)
    },
    [found.id, onStored],
  )

  const isStored = useCallback((text: string) => text.trim() === stored.current, [])

  /** Saves in the background; `onSaved` hears the codes as they are stored. */
  const save = useCallback(
    (text: string, onSaved: (icd: string) => void) => {
      if (isStored(text)) return
      setEntry({ kind: 'saving' })
      queue.current = queue.current.then(async () => {
        const outcome = await put({ id: found.id, icd: text, updatedAt: version.current })
        if (outcome.kind === 'saved') {
          keep(outcome)
          onSaved(outcome.icd)
        }
        setEntry(outcome)
      })
    },
    [found.id, isStored, keep],
  )

  /** Back to what is stored, and no complaint any more; answers the stored codes. */
  const restore = (): string => {
    if (entry.kind !== 'saving') setEntry(standingOf(stored.current))
    return stored.current
  }

  /** Goes on from what the other one entered; answers their codes. */
  const takeTheirs = (): string => {
    if (entry.kind !== 'conflict') return stored.current
    keep(entry)
    setEntry(standingOf(entry.icd))
    return entry.icd
  }

  return { entry, isStored, save, restore, takeTheirs }
}

function standingOf(icd: string): IcdEntry {
  return icd === '' ? { kind: 'open' } : { kind: 'saved', icd }
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
    who: changedBy ?? null,
    icd: current?.icd ?? '',
    updatedAt: current?.updatedAt ?? '',
  }
}
