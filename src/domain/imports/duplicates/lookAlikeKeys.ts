import { addDays, type CalendarDate } from '../../calendar/calendarDate'
import { namesKeys } from '../../cases/namesKey'
import type { DraftRow } from '../draftRows'
import { maxScoreDays } from './duplicateScore'
import type { DuplicateLimits } from './possibleDuplicates'

/** A value that cases of a group are looked for by, between two days, both included. */
export type Lookup = { value: string; fallgruppe: string; from: string; to: string }

/** A lookup by how names sound: of cases whose birth date shares year or month and day with this one, or lacks. */
export type NamesLookup = Lookup & { geburtsdatum: string | null }

/** What stored cases that rows may be the same as are looked for by. */
export type LookAlikeKeys = { kvnr: Lookup[]; geburtsdatum: Lookup[]; namesKey: NamesLookup[] }

/** What possible duplicates of the rows would be found by; rows in error are nobody's duplicate. */
export function lookAlikeKeysOf({
  drafts,
  limits: { kvnrDays },
}: {
  drafts: readonly DraftRow[]
  limits: DuplicateLimits
}): LookAlikeKeys {
  const kvnr = createLookups<Lookup>()
  const geburtsdatum = createLookups<Lookup>()
  const names = createLookups<NamesLookup>()
  for (const { ruled } of drafts) {
    if (!ruled) continue
    const { values } = ruled
    const fallgruppe = String(values.fallgruppe)
    const birth = values.geburtsdatum ? String(values.geburtsdatum) : null
    const near = { fallgruppe, ...daysAround(values.datum, maxScoreDays) }
    if (values.kvnr)
      kvnr.add({ value: String(values.kvnr), fallgruppe, ...daysAround(values.datum, kvnrDays) })
    if (birth) geburtsdatum.add({ value: birth, ...near })
    const { own, swapped } = namesKeys(values)
    names.add({ value: own, geburtsdatum: birth, ...near })
    if (swapped && swapped !== own) names.add({ value: swapped, geburtsdatum: birth, ...near })
  }
  return { kvnr: kvnr.all, geburtsdatum: geburtsdatum.all, namesKey: names.all }
}

function daysAround(datum: unknown, days: number): { from: string; to: string } {
  const date = String(datum) as CalendarDate
  return { from: addDays(date, -days), to: addDays(date, days) }
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
