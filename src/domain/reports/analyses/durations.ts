import { monthOfWeek } from '../../calendar/isoWeek'
import { type Fallgruppe, fallgruppeKeys } from '../../cases/caseFields'
import { type DayCount, type Spread, spreadOf } from './spread'

/** What is waited for, counted in days from the case's day (`unterlagenErhaltenAm`, `gutachtenAm`). */
export const waits = ['unterlagen', 'gutachten'] as const
export type Wait = (typeof waits)[number]

/** What the store counts: cases of a week and group that waited as long. Fewer than 0 days are a contradiction. */
export type DurationGroup = { bis: Wait; kw: number; fallgruppe: Fallgruppe; tage: number; count: number }

/** How long it took: altogether and by the case's month, week and group. */
export type Durations = {
  gesamt: Spread
  /** A week belongs to the month of its Thursday, as it belongs to the year (ISO 8601). */
  monate: ({ monat: number } & Spread)[]
  wochen: ({ kw: number } & Spread)[]
  gruppen: ({ fallgruppe: Fallgruppe } & Spread)[]
  /** Cases whose date lies before the case's day; they are measured nowhere. */
  widerspruch: number
}

/** The durations of one wait in the weeks 1…`bisKw` of a year, with a row for each month and week of them. */
export function durationsOf({
  groups,
  bis,
  jahr,
  bisKw,
}: {
  groups: readonly DurationGroup[]
  bis: Wait
  jahr: number
  bisKw: number
}): Durations {
  const wanted = groups.filter((group) => group.bis === bis)
  const measured = wanted.filter(({ tage }) => tage >= 0)
  const monthOf = (kw: number) => monthOfWeek({ jahr, kw })
  const byMonth = groupedBy(measured, ({ kw }) => monthOf(kw))
  const byWeek = groupedBy(measured, ({ kw }) => kw)
  const byGroup = groupedBy(measured, ({ fallgruppe }) => fallgruppe)
  return {
    gesamt: spreadOf(daysOf(measured)),
    monate: upTo(bisKw === 0 ? 0 : monthOf(bisKw)).map((monat) => ({
      monat,
      ...spreadOf(daysOf(byMonth.get(monat))),
    })),
    wochen: upTo(bisKw).map((kw) => ({ kw, ...spreadOf(daysOf(byWeek.get(kw))) })),
    gruppen: fallgruppeKeys.map((fallgruppe) => ({
      fallgruppe,
      ...spreadOf(daysOf(byGroup.get(fallgruppe))),
    })),
    widerspruch: wanted.reduce((sum, { tage, count }) => (tage < 0 ? sum + count : sum), 0),
  }
}

function groupedBy<Key>(
  groups: readonly DurationGroup[],
  keyOf: (group: DurationGroup) => Key,
): Map<Key, DurationGroup[]> {
  const found = new Map<Key, DurationGroup[]>()
  for (const group of groups) {
    const key = keyOf(group)
    const known = found.get(key)
    if (known) known.push(group)
    else found.set(key, [group])
  }
  return found
}

/** The same days of many weeks and groups as one, so that sorting them stays cheap. */
function daysOf(groups: readonly DurationGroup[] = []): DayCount[] {
  const counts = new Map<number, number>()
  for (const { tage, count } of groups) counts.set(tage, (counts.get(tage) ?? 0) + count)
  return [...counts].map(([tage, count]) => ({ tage, count }))
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1)
}
