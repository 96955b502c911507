'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useRef } from 'react'
import { type Fallgruppe, fallgruppeKeys } from '../../../domain/cases/caseFields'
import { type Raster, rasters } from '../../../domain/reports/analyses/durationTable'

/** What the dashboard shows: a year (`null` is the current one), and of the analyses a group and a raster. */
export type DashboardFilter = { jahr: number | null; fallgruppe: Fallgruppe | null; raster: Raster }

/** The filter of the dashboard. The page's address holds it, so a reload, a link and the way back keep it. */
export function useDashboardFilter(): {
  filter: DashboardFilter
  setFilter: (change: Partial<DashboardFilter>) => void
} {
  const filter = filterOf(useSearchParams())
  // What was chosen last: Next puts the address right a moment later, and whoever chooses twice before has chosen both.
  const chosen = useRef<DashboardFilter | null>(null)
  if (chosen.current && queryOf(chosen.current) === queryOf(filter)) chosen.current = null
  const setFilter = useCallback((change: Partial<DashboardFilter>) => {
    chosen.current = {
      ...(chosen.current ?? filterOf(new URLSearchParams(window.location.search))),
      ...change,
    }
    const query = queryOf(chosen.current)
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
  }, [])
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

function filterOf(address: Pick<URLSearchParams, 'get'>): DashboardFilter {
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
