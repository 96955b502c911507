import { berlinHour } from './berlinHour'
import type { CalendarDate } from './calendarDate'

const hourMs = 60 * 60 * 1000

/** The instant at which a calendar day begins in Europe/Berlin, in summer and winter time. */
export function berlinMidnight(day: CalendarDate): Date {
  const utc = Date.parse(`${day}T00:00:00.000Z`)
  // Clocks there are one or two hours ahead, and never change at midnight.
  const ahead = berlinHour(new Date(utc - hourMs)) === 0 ? hourMs : 2 * hourMs
  return new Date(utc - ahead)
}
