import { fromDayNumber } from '../../calendar/calendarDate'
import type { ComparedCase } from './comparedCase'
import { maxScoreDays } from './duplicateScore'
import type { DuplicateLimits } from './possibleDuplicates'

/** A value that cases of a group are looked for by, between two days, both included. */
export type Lookup = { value: string; fallgruppe: string; from: string; to: string }

/** A lookup by how names sound: of cases whose birth date shares year or month and day with this one, or lacks. */
export type NamesLookup = Lookup & { geburtsdatum: string | null }

/** What stored cases that rows may be the same as are looked for by. */
export type LookAlikeKeys = { kvnr: Lookup[]; geburtsdatum: Lookup[]; namesKey: NamesLookup[] }

/** What possible duplicates of new cases would be found by. */
export function lookAlikeKeysOf({
  cases,
  limits: { kvnrDays },
}: {
  cases: readonly ComparedCase[]
  limits: DuplicateLimits
}): LookAlikeKeys {
  const kvnrs = createLookups<Lookup>()
  const births = createLookups<Lookup>()
  const names = createLookups<NamesLookup>()
  const nearby = daysAround(maxScoreDays)
  const daysOfKvnr = daysAround(kvnrDays)
  for (const { kvnr, geburtsdatum, fallgruppe, day, namesKey, swappedKey } of cases) {
    const { from, to } = nearby(day)
    if (kvnr !== null) kvnrs.add({ value: kvnr, fallgruppe, ...daysOfKvnr(day) })
    if (geburtsdatum !== null) births.add({ value: geburtsdatum, fallgruppe, from, to })
    for (const value of [namesKey, swappedKey])
      if (value !== null) names.add({ value, fallgruppe, from, to, geburtsdatum })
  }
  return { kvnr: kvnrs.all, geburtsdatum: births.all, namesKey: names.all }
}

/** The first and the last of the days around a day; files have few days. */
function daysAround(days: number): (day: number) => { from: string; to: string } {
  const known = new Map<number, { from: string; to: string }>()
  return (day) => {
    const found = known.get(day) ?? { from: fromDayNumber(day - days), to: fromDayNumber(day + days) }
    known.set(day, found)
    return found
  }
}

/** Gathers lookups; the same one of overlapping days becomes one, so that a file of one value asks once. */
function createLookups<Found extends Lookup & { geburtsdatum?: string | null }>() {
  const all: Found[] = []
  const last = new Map<string, Found>()
  return {
    all,
    add(lookup: Found): void {
      const key = `${lookup.fallgruppe}|${lookup.value}|${lookup.geburtsdatum ?? ''}`
      const known = last.get(key)
      if (known && known.from <= lookup.to && lookup.from <= known.to) {
        if (lookup.from < known.from) known.from = lookup.from
        if (lookup.to > known.to) known.to = lookup.to
        return
      }
      all.push(lookup)
      last.set(key, lookup)
    },
  }
}
