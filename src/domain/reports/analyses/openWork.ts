import { type CalendarDate, dayNumber } from '../../calendar/calendarDate'

/** What can be open in a case (SPEC §2). */
export const openKinds = ['pendingIcd', 'pendingCoding', 'keineRueckmeldung'] as const
export type OpenKind = (typeof openKinds)[number]

/** What the store counts: cases of a day in which the same is open. */
export type OpenGroup = { was: OpenKind; datum: CalendarDate; count: number }

/** How old open work is, by the days since the case's day; the last has no end. */
export const ages = ['unter1Woche', 'bis2Wochen', 'bis4Wochen', 'bis12Wochen', 'aelter'] as const
export type Age = (typeof ages)[number]

const endsAfterDays: Record<Age, number> = {
  unter1Woche: 7,
  bis2Wochen: 14,
  bis4Wochen: 28,
  bis12Wochen: 84,
  aelter: Number.POSITIVE_INFINITY,
}

export type OpenWork = { alter: Age } & Record<OpenKind, number>

/** Open work by age, the youngest first; a case of a day to come is as young as can be. */
export function openWorkOf({
  groups,
  today,
}: {
  groups: readonly OpenGroup[]
  today: CalendarDate
}): OpenWork[] {
  const rows: OpenWork[] = ages.map((alter) => ({
    alter,
    pendingIcd: 0,
    pendingCoding: 0,
    keineRueckmeldung: 0,
  }))
  for (const { was, datum, count } of groups) {
    const row = rows.find(({ alter }) => alter === ageOf({ datum, today }))
    if (row) row[was] += count
  }
  return rows
}

/** The age of a case's work on a day. */
export function ageOf({ datum, today }: { datum: CalendarDate; today: CalendarDate }): Age {
  const days = dayNumber(today) - dayNumber(datum)
  return ages.find((age) => days < endsAfterDays[age]) ?? 'aelter'
}
