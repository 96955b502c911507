import type { CalendarDate } from '../../domain/calendar/calendarDate'
import { formatGermanDate } from '../../domain/calendar/germanDate'

/** A calendar day `YYYY-MM-DD` of an answer as `DD.MM.YYYY`; nothing stays nothing. */
export function formatDay(day: string | null | undefined): string {
  return day ? formatGermanDate(day as CalendarDate) : ''
}
