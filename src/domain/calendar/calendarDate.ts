/** A day of the proleptic Gregorian calendar as `YYYY-MM-DD`, without time or time zone. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' }

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

type DayParts = { year: number; month: number; day: number }

/** The day, or `null` when there is no such day; years 1 to 9999. */
export function calendarDate({ year, month, day }: DayParts): CalendarDate | null {
  if (!isDay(year, month, day)) return null
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CalendarDate
}

const written = /^\d{4}-\d{2}-\d{2}$/

/** Reads `YYYY-MM-DD` and nothing else; `null` when it is no such text or no such day. */
export function parseCalendarDate(text: string): CalendarDate | null {
  if (!written.test(text)) return null
  const isReal = isDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
  return isReal ? (text as CalendarDate) : null
}

/** Days since 1970-01-01, by integer arithmetic (after Howard Hinnant's civil calendar algorithms). */
export function dayNumber(date: CalendarDate): number {
  const month = Number(date.slice(5, 7))
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  )
}

/** The day that is a number of days after 1970-01-01; the reverse of `dayNumber`. */
export function fromDayNumber(days: number): CalendarDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CalendarDate
}

/** The day a number of days later (or, negative, earlier). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Whether the calendar has the day; years 1 to 9999. */
export function isDay(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
}

function monthLength(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0)
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
