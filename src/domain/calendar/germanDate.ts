import { type CalendarDate, calendarDate, isDay } from './calendarDate'

/**
 * What a two-digit year means: 20YY, or the latest day that is not after `today` (birth dates, SPEC §4).
 */
export type Century = { kind: '20YY' } | { kind: 'latestPast'; today: CalendarDate }

/** How nearly every date is written; read without taking the text apart, for a file has many. */
const usual = /^\d\d\.\d\d\.\d\d\d\d$/
const german = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})(?:,? +(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/
const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/
const earliestYear = 1850
const latestYear = 2199

/**
 * Reads `28.04.1960`, `3.2.26`, `02.02.26, 08:50`, `2026-02-03` and ISO instants (the day as it is written); a time
 * is checked and left out. `null` when it is no such text, no such day, or outside the years 1850…2199.
 */
export function readGermanDate({ text, century }: { text: string; century: Century }): CalendarDate | null {
  const trimmed = text.trim()
  if (usual.test(trimmed)) return usualDay(trimmed)
  const match = german.exec(trimmed)
  if (match) {
    if (!isTime(match[4], match[5], match[6])) return null
    return dayOf({ yearText: match[3] ?? '', month: Number(match[2]), day: Number(match[1]), century })
  }
  const written = iso.exec(trimmed)
  if (!written || !isTime(written[4], written[5], written[6])) return null
  return dayOf({ yearText: written[1] ?? '', month: Number(written[2]), day: Number(written[3]), century })
}

/** `DD.MM.YYYY` */
export function formatGermanDate(date: CalendarDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`
}

function usualDay(text: string): CalendarDate | null {
  const year = digitsOf(text, 6) * 100 + digitsOf(text, 8)
  if (year < earliestYear || year > latestYear) return null
  if (!isDay(year, digitsOf(text, 3), digitsOf(text, 0))) return null
  return `${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}` as CalendarDate
}

/** The number that two digits of a text are. */
function digitsOf(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
}

function dayOf({
  yearText,
  month,
  day,
  century,
}: {
  yearText: string
  month: number
  day: number
  century: Century
}): CalendarDate | null {
  const year = Number(yearText)
  if (yearText.length === 4) {
    return year >= earliestYear && year <= latestYear ? calendarDate({ year, month, day }) : null
  }
  const inThisCentury = calendarDate({ year: 2000 + year, month, day })
  if (century.kind === '20YY') return inThisCentury
  if (inThisCentury && inThisCentury <= century.today) return inThisCentury
  return calendarDate({ year: 1900 + year, month, day })
}

function isTime(hour: string | undefined, minute: string | undefined, second: string | undefined): boolean {
  return hour === undefined || (Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) < 60)
}
