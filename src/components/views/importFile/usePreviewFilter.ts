'use client'

import { useCallback } from 'react'
import { type PlanAction, planActions } from '../../../domain/imports/planItem'
import { useAddressQuery } from '../../ui/useAddressQuery'

/** Which rows of a preview are shown: those with an action or a warning, those of a sheet, and which page of them. */
export type PreviewFilter = { show: PlanAction | 'warnings' | null; sheet: string | null; page: number }

/** The filter of a preview. The page's address holds it, so a reload, a link and the way back keep it. */
export function usePreviewFilter(): {
  filter: PreviewFilter
  setFilter: (change: Partial<PreviewFilter>) => void
} {
  const { query, replaceQuery } = useAddressQuery()
  const address = new URLSearchParams(query)
  const filter: PreviewFilter = {
    show: shownBy(address.get('show')),
    sheet: address.get('sheet'),
    page: Math.max(1, Math.floor(Number(address.get('page') ?? 1)) || 1),
  }
  const { show, sheet } = filter
  const setFilter = useCallback(
    (change: Partial<PreviewFilter>) => {
      // Another filter begins at its first page.
      const next = { show, sheet, page: 1, ...change }
      const chosen = new URLSearchParams()
      if (next.show) chosen.set('show', next.show)
      if (next.sheet) chosen.set('sheet', next.sheet)
      if (next.page > 1) chosen.set('page', String(next.page))
      replaceQuery(chosen.toString())
    },
    [show, sheet, replaceQuery],
  )
  return { filter, setFilter }
}

/** What `GET /api/import/:id/rows` is asked for a filter. */
export function rowsQuery({ show, sheet, page }: PreviewFilter): URLSearchParams {
  const query = new URLSearchParams({ page: String(page) })
  if (show === 'warnings') query.set('warnings', 'true')
  else if (show) query.set('action', show)
  if (sheet) query.set('sheet', sheet)
  return query
}

function shownBy(text: string | null): PreviewFilter['show'] {
  if (text === 'warnings') return text
  return planActions.find((action) => action === text) ?? null
}
