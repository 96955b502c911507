'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'
import type { IsoWeek } from '../../../domain/calendar/isoWeek'
import { weekOfAddress } from './weekOfAddress'

/** The week of the page. Its address holds it, so a reload, a link and the way back keep it. */
export function useWeek(otherwise: IsoWeek): {
  week: IsoWeek
  /** What the address asks for when its year has no such week. */
  missing: IsoWeek | null
  setWeek: (week: IsoWeek) => void
} {
  const asked = weekOfAddress(useSearchParams())
  const setWeek = useCallback(({ jahr, kw }: IsoWeek) => {
    window.history.pushState(null, '', `?${new URLSearchParams({ jahr: String(jahr), kw: String(kw) })}`)
  }, [])
  const isThere = asked.kind === 'week'
  return {
    week: isThere ? asked.week : otherwise,
    missing: asked.kind === 'missing' ? asked.week : null,
    setWeek,
  }
}
