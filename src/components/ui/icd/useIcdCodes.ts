'use client'

import { useEffect, useState } from 'react'
import type { IcdLookup } from '../../../domain/icd/catalogue/checkIcdCodes'
import type { IcdCodesOut } from '../../../endpoints/icdCatalogue/contract'
import { fetchJson } from '../fetchJson'

/** How long a page goes on with the codes it has; a catalogue is imported once a year. */
const freshMs = 10 * 60_000

let held: { lookup: Promise<IcdLookup | null>; until: number } | null = null

/**
 * What may be done with every code of the catalogue, so that a warning stands there with the key that asks for it.
 * `lookup` is `null` while it is not known (`isSettled` tells), when none is loaded, and when it cannot be had: then
 * codes are saved without a question, as without a catalogue.
 */
export function useIcdCodes(): { lookup: IcdLookup | null; isSettled: boolean } {
  const [state, setState] = useState<{ lookup: IcdLookup | null; isSettled: boolean }>({
    lookup: null,
    isSettled: false,
  })
  useEffect(() => {
    let isGone = false
    icdCodes().then((lookup) => !isGone && setState({ lookup, isSettled: true }))
    return () => {
      isGone = true
    }
  }, [])
  return state
}

function icdCodes(): Promise<IcdLookup | null> {
  if (!held || held.until < Date.now()) held = { lookup: loadCodes(), until: Date.now() + freshMs }
  return held.lookup
}

async function loadCodes(): Promise<IcdLookup | null> {
  try {
    return lookupOf(await fetchJson<IcdCodesOut>({ url: '/api/icd-catalogue/codes' }))
  } catch {
    // Entering codes does not wait for the catalogue; the next page asks again.
    held = null
    return null
  }
}

function lookupOf({ year, groups }: IcdCodesOut): IcdLookup | null {
  if (year === null) return null
  const byCode = new Map(groups.flatMap((group) => group.codes.map((code) => [code, group] as const)))
  return { year, find: (code) => byCode.get(code) }
}
