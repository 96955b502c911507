'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { CodingCase, CodingQueueOut } from '../../../endpoints/codingQueue/contract'
import { useResource } from '../../ui/useResource'
import { casesToCode } from './casesToCode'
import { type Coding, codingOf, noCoding } from './coding'
import { type SaveOutcome, saveCoding } from './saveCoding'

const perPage = 100

/** A case that could not be saved as chosen; it waits here until somebody opens it. */
export type CodingTrouble = { found: CodingCase; outcome: Exclude<SaveOutcome, { kind: 'saved' }> }

/** The queue as it is worked on: the open cases, the current one, what is chosen for it, and what went wrong. */
export type CodingWork = ReturnType<typeof useCodingWork>

export function useCodingWork(query: string) {
  const list = useResource<CodingQueueOut>(`/api/coding/queue?limit=${perPage}&${query}`)
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const [choices, setChoices] = useState<Readonly<Record<string, Coding>>>({})
  const [reloaded, setReloaded] = useState<Readonly<Record<string, CodingCase>>>({})
  const [currentId, setCurrentId] = useState<string | null>(null)
  const [troubles, setTroubles] = useState<readonly CodingTrouble[]>([])
  const [lastSaved, setLastSaved] = useState<CodingCase | null>(null)
  const [isUnchosen, setIsUnchosen] = useState(false)
  const counts = useCounts(list.data)
  const saving = useRef(new Set<string>())

  const listed = list.data?.docs
  const cases = useMemo(() => casesToCode({ listed: listed ?? [], reloaded, done }), [listed, reloaded, done])
  const current = cases.find((found) => found.id === currentId) ?? cases[0] ?? null
  const coding = current ? (choices[current.id] ?? codingOf(current)) : noCoding

  const { reload } = list
  const isUsedUp = list.data !== null && cases.length === 0 && list.data.totalDocs > list.data.docs.length
  useEffect(() => {
    if (isUsedUp) reload()
  }, [isUsedUp, reload])

  const open = (id: string) => {
    setIsUnchosen(false)
    setCurrentId(id)
  }
  const choose = (next: Coding) => {
    setIsUnchosen(false)
    if (current) setChoices((before) => ({ ...before, [current.id]: next }))
  }
  const step = (by: 1 | -1) => {
    const next = cases[cases.findIndex((found) => found.id === current?.id) + by]
    if (next) open(next.id)
  }

  /** The next case is open at once. One that could not be saved never pushes itself before the next. */
  const save = async () => {
    if (!current || saving.current.has(current.id)) return
    const chosen = coding.gutachtenTyp
    if (!chosen) return setIsUnchosen(true)
    saving.current.add(current.id)
    setCurrentId((cases[cases.indexOf(current) + 1] ?? cases[0])?.id ?? null)
    setDone((before) => new Set([...before, current.id]))
    setTroubles((before) => before.filter(({ found }) => found.id !== current.id))
    const outcome = await saveCoding({ found: current, coding })
    saving.current.delete(current.id)
    if (outcome.kind === 'saved') {
      counts.note(chosen)
      setLastSaved(current)
    } else {
      setTroubles((before) => [...before, { found: current, outcome }])
    }
  }

  /** Opens a case that could not be saved: after a conflict as it is now, otherwise with what was chosen. */
  const resume = ({ found, outcome }: CodingTrouble) => {
    setTroubles((before) => before.filter((trouble) => trouble.found.id !== found.id))
    setDone((before) => new Set([...before].filter((id) => id !== found.id)))
    if (outcome.kind === 'conflict') {
      setReloaded((before) => ({ ...before, [found.id]: outcome.current }))
      setChoices((before) => ({ ...before, [found.id]: codingOf(outcome.current) }))
    }
    open(found.id)
  }

  return {
    cases,
    current,
    coding,
    open,
    choose,
    step,
    save,
    resume,
    reload,
    troubles,
    lastSaved,
    isUnchosen,
    isEmpty: list.data !== null && cases.length === 0 && !isUsedUp,
    failure: list.error?.message ?? null,
    progress: counts.progress,
    ratio: counts.ratio,
  }
}

/** Progress and ratio as the list told them, and what was coded here since. */
function useCounts(data: CodingQueueOut | null) {
  const [since, setSince] = useState({ data, ...nothing })
  const { bestaetigung, alternative } = since.data === data ? since : nothing
  const { progress, ratio } = data ?? { progress: { coded: 0, total: 0 }, ratio: nothing }
  const latest = useRef(data)
  latest.current = data
  const note = (chosen: 'bestaetigung' | 'alternative') =>
    setSince((before) => {
      const counted = before.data === latest.current ? before : { data: latest.current, ...nothing }
      return { ...counted, [chosen]: counted[chosen] + 1 }
    })
  return {
    note,
    progress: { coded: progress.coded + bestaetigung + alternative, total: progress.total },
    ratio: { bestaetigung: ratio.bestaetigung + bestaetigung, alternative: ratio.alternative + alternative },
  }
}

const nothing = { bestaetigung: 0, alternative: 0 }
