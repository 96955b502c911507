'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CodingCase, CodingQueueOut } from '../../../endpoints/codingQueue/contract'
import { ApiError, fetchJson } from '../../ui/fetchJson'
import { usePortalText } from '../../ui/usePortalText'
import { useResource } from '../../ui/useResource'
import { type Coding, codingOf } from './coding'

const perPage = 100

export type CodingMessage = { kind: 'saved' | 'refused' | 'conflict'; text: string }

/** The queue as it is worked on: the open cases, the current one, what is chosen for it, and what happened last. */
export type CodingWork = ReturnType<typeof useCodingWork>

export function useCodingWork(query: string) {
  const { t } = usePortalText()
  const list = useResource<CodingQueueOut>(`/api/coding/queue?limit=${perPage}&${query}`)
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const [choices, setChoices] = useState<Readonly<Record<string, Coding>>>({})
  const [currentId, setCurrentId] = useState<string | null>(null)
  const [counted, setCounted] = useState({ bestaetigung: 0, alternative: 0 })
  const [message, setMessage] = useState<CodingMessage | null>(null)
  const saving = useRef(new Set<string>())

  // A fresh list holds no coded case, and its counts include what was coded here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is what is new
  useEffect(() => {
    setDone(new Set())
    setCounted({ bestaetigung: 0, alternative: 0 })
  }, [list.data])

  const cases = useMemo(
    () => (list.data?.docs ?? []).filter((found) => !done.has(found.id)),
    [list.data, done],
  )
  const current = cases.find((found) => found.id === currentId) ?? cases[0] ?? null
  const coding = current ? (choices[current.id] ?? codingOf(current)) : emptyCoding
  const { reload } = list
  const isUsedUp = list.data !== null && cases.length === 0 && list.data.totalDocs > list.data.docs.length
  useEffect(() => {
    if (isUsedUp) reload()
  }, [isUsedUp, reload])

  const choose = (next: Coding) => current && setChoices((before) => ({ ...before, [current.id]: next }))
  const step = (by: 1 | -1) => {
    const next = cases[cases.findIndex((found) => found.id === current?.id) + by]
    if (next) setCurrentId(next.id)
  }
  const reopen = useCallback((id: string) => {
    setDone((before) => new Set([...before].filter((other) => other !== id)))
    setCurrentId(id)
  }, [])

  /** The next case is open at once; a refusal brings this one back with what was chosen. */
  const save = async () => {
    if (!current || saving.current.has(current.id)) return
    const chosen = coding.gutachtenTyp
    if (!chosen) return setMessage({ kind: 'refused', text: t('coding:choose') })
    saving.current.add(current.id)
    setCurrentId(cases[cases.indexOf(current) + 1]?.id ?? cases[0]?.id ?? null)
    setDone((before) => new Set([...before, current.id]))
    setChoices((before) => ({ ...before, [current.id]: coding }))
    try {
      await fetchJson({
        url: `/api/coding/${current.id}`,
        method: 'PUT',
        body: { ...coding, updatedAt: current.updatedAt },
      })
      setCounted((before) => ({ ...before, [chosen]: before[chosen] + 1 }))
      setMessage({ kind: 'saved', text: t('coding:saved', { fallId: current.fallId }) })
    } catch (error) {
      reopen(current.id)
      // What the other one did is on the server: the case comes back as it is now, or has left the queue.
      if (error instanceof ApiError && error.status === 409) reload()
      setMessage(messageOf({ error, found: current, t }))
    } finally {
      saving.current.delete(current.id)
    }
  }

  const { progress, ratio } = list.data ?? noCounts
  return {
    cases,
    current,
    coding,
    choose,
    step,
    save,
    open: setCurrentId,
    reload,
    message,
    isEmpty: list.data !== null && list.data.totalDocs === done.size && cases.length === 0,
    failure: list.error?.message ?? null,
    progress: { coded: progress.coded + counted.bestaetigung + counted.alternative, total: progress.total },
    ratio: {
      bestaetigung: ratio.bestaetigung + counted.bestaetigung,
      alternative: ratio.alternative + counted.alternative,
    },
  }
}

const noCounts = { progress: { coded: 0, total: 0 }, ratio: { bestaetigung: 0, alternative: 0 } }

const emptyCoding: Coding = {
  gutachtenTyp: null,
  therapieaenderung: null,
  taDiagnosekorrektur: false,
  taUnterversorgung: false,
  taUebertherapie: false,
}

function messageOf({
  error,
  found,
  t,
}: {
  error: unknown
  found: CodingCase
  t: ReturnType<typeof usePortalText>['t']
}): CodingMessage {
  if (!(error instanceof ApiError) || error.status !== 409) {
    return {
      kind: 'refused',
      text: `${found.fallId}: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
  const { changedBy, current } = error.errors[0] as {
    changedBy?: string | null
    current?: Partial<CodingCase>
  }
  const type = current?.gutachtenTyp ? t(`coding:${current.gutachtenTyp}`) : t('coding:notCoded')
  return {
    kind: 'conflict',
    text: t('coding:conflict', { fallId: found.fallId, who: changedBy ?? '–', type }),
  }
}
