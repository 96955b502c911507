/** Which century two digits mean (SPEC §4): a birth date is the latest day not in the future, the rest is 20YY. */
type TwoDigitYears = 'birth' | 'this century'

/**
 * Reads a typed day, `3.2.26`, `03.02.2026` or `2026-02-03`, as `YYYY-MM-DD`; `null` while it is none.
 * `today` is `YYYY-MM-DD`.
 */
export function readDay({
  text,
  twoDigitYears,
  today,
}: {
  text: string
  twoDigitYears: TwoDigitYears
  today: string
}): string | null {
  const typed = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return realDay({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) })
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(typed)
  if (!german) return null
  const [, day, month, year = ''] = german
  const parts = { month: Number(month), day: Number(day) }
  if (year.length === 4) return realDay({ year: Number(year), ...parts })
  const inThisCentury = realDay({ year: 2000 + Number(year), ...parts })
  const isPast = inThisCentury !== null && inThisCentury <= today
  if (twoDigitYears === 'this century' || isPast) return inThisCentury
  return realDay({ year: 1900 + Number(year), ...parts })
}

/** The calendar day a local date shows, whatever the time zone. */
export function dayOfLocalDate(date: Date): string {
  return dayOf({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() })
}

/** Local noon of a day: the date a picker shows as that day in every time zone. */
export function localDateOfDay(day: string): Date | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  return parts ? new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12) : undefined
}

/** `2026-02-03` as `03.02.2026`; anything else as it is. */
export function showDay(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  return parts ? `${parts[3]}.${parts[2]}.${parts[1]}` : day
}

type DayParts = { year: number; month: number; day: number }

function dayOf({ year, month, day }: DayParts): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function realDay(parts: DayParts): string | null {
  const date = new Date(Date.UTC(parts.year, parts.month - 1, parts.day))
  const isReal = date.getUTCMonth() === parts.month - 1 && date.getUTCDate() === parts.day
  return isReal && parts.year >= 1800 && parts.year < 2200 ? dayOf(parts) : null
}
