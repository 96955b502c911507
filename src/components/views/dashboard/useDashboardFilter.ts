'use client'

import { useCallback, useMemo } from 'react'
import { type Fallgruppe, fallgruppeKeys } from '../../../domain/cases/caseFields'
import { type Raster, rasters } from '../../../domain/reports/analyses/durationTable'
import { useAddressQuery } from '../../ui/useAddressQuery'

/** What the dashboard shows: a year (`null` is the current one), and of the analyses a group and a raster. */
export type DashboardFilter = { jahr: number | null; fallgruppe: Fallgruppe | null; raster: Raster }

/** The filter of the dashboard. The page's address holds it, so a reload, a link and the way back keep it. */
export function useDashboardFilter(): {
  filter: DashboardFilter
  setFilter: (change: Partial<DashboardFilter>) => void
} {
  const { query, replaceQuery } = useAddressQuery()
  const filter = useMemo(() => filterOf(query), [query])
  const setFilter = useCallback(
    (change: Partial<DashboardFilter>) => {
      // What was chosen last stands in the address before it is shown.
      replaceQuery(queryOf({ ...filterOf(window.location.search), ...change }))
    },
    [replaceQuery],
  )
  return { filter, setFilter }
}

/** The filter as a query, without what is so anyway. */
export function queryOf({ jahr, fallgruppe, raster }: Partial<DashboardFilter>): string {
  const query = new URLSearchParams()
  if (jahr) query.set('jahr', String(jahr))
  if (fallgruppe) query.set('fallgruppe', fallgruppe)
  if (raster && raster !== 'monat') query.set('raster', raster)
  return query.toString()
}

function filterOf(query: string): DashboardFilter {
  const address = new URLSearchParams(query)
  return {
    jahr: yearOf(address.get('jahr')),
    fallgruppe: oneOf(fallgruppeKeys, address.get('fallgruppe')) ?? null,
    raster: oneOf(rasters, address.get('raster')) ?? 'monat',
  }
}

function yearOf(text: string | null): number | null {
  return text && /^(19|2[01])\d\d$/.test(text) ? Number(text) : null
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((value) => value === text)
}
