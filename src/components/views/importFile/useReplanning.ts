'use client'

import { useCallback, useRef, useState } from 'react'
import { rowKey } from '../../../domain/imports/rowKey'
import type { ImportPlanIn, ImportPlanOut, PlanItemOut } from '../../../endpoints/importFiles/contract'
import { fetchJson } from '../../ui/fetchJson'

/** Plans a preview anew; answers the rows for which something else is planned now, or nothing when it was refused. */
export type Replan = (call: { body: ImportPlanIn; row?: string }) => Promise<ImportPlanOut | null>

export type Replanning = {
  replan: Replan
  /** Rows as they were planned anew, by row key; they stay where they are shown. */
  changed: ReadonlyMap<string, PlanItemOut>
  /** Rows that are being planned anew, by row key. */
  pending: ReadonlySet<string>
  /** Rises when more rows changed than were answered, so that those shown must be asked for. */
  round: number
  failure: string | null
}

/** Sends what an admin decides and corrects, one after the other, and gathers what the rows have become. */
export function useReplanning({
  importId,
  onPlanned,
}: {
  importId: string
  onPlanned: () => void
}): Replanning {
  const [changed, setChanged] = useState<ReadonlyMap<string, PlanItemOut>>(new Map())
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set())
  const [round, setRound] = useState(0)
  const [failure, setFailure] = useState<string | null>(null)
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const replan = useCallback<Replan>(
    async ({ body, row }) => {
      const send = () =>
        fetchJson<ImportPlanOut>({ url: `/api/import/${importId}/plan`, method: 'POST', body })
      if (row) setPending((before) => new Set(before).add(row))
      const turn = queue.current.then(send)
      queue.current = turn.catch(() => undefined)
      try {
        const answer = await turn
        setFailure(null)
        const rows = answer.rows.map((item) => [rowKey(item), item] as const)
        const isAll = answer.changed === rows.length
        setChanged((before) => new Map(isAll ? [...before, ...rows] : rows))
        if (!isAll) setRound((before) => before + 1)
        onPlanned()
        return answer
      } catch (error) {
        setFailure(error instanceof Error ? error.message : String(error))
        return null
      } finally {
        if (row) setPending((before) => new Set([...before].filter((key) => key !== row)))
      }
    },
    [importId, onPlanned],
  )
  return { replan, changed, pending, round, failure }
}
