import type { CalendarDate } from './calendarDate'

const formatter = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day of an instant in Europe/Berlin. */
export function berlinDay(instant: Date): CalendarDate {
  return formatter.format(instant) as CalendarDate
}
