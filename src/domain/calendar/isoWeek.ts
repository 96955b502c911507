import { addDays, type CalendarDate, calendarDate, dayNumber, fromDayNumber } from './calendarDate'

/** A week of ISO 8601: the ISO year and the week 1…53. */
export type IsoWeek = { jahr: number; kw: number }

/** The ISO week of a day: that of the week's Thursday (ISO 8601, 3.1.1.23). */
export function isoWeekOf(date: CalendarDate): IsoWeek {
  const days = dayNumber(date)
  const thursday = fromDayNumber(days - weekdayOf(days) + 3)
  const jahr = Number(thursday.slice(0, 4))
  return { jahr, kw: Math.floor((dayNumber(thursday) - dayNumber(newYear(jahr))) / 7) + 1 }
}

/** How many weeks an ISO year has: 53 when it has 53 Thursdays. */
export function weeksInYear(jahr: number): 52 | 53 {
  const last = calendarDate({ year: jahr, month: 12, day: 28 })
  return last && isoWeekOf(last).kw === 53 ? 53 : 52
}

/** Whether the year has the week. */
export function isRealWeek({ jahr, kw }: IsoWeek): boolean {
  return Number.isInteger(jahr) && Number.isInteger(kw) && kw >= 1 && kw <= weeksInYear(jahr)
}

/** The Monday of a week, or `null` where the year has no such week. */
export function mondayOf(week: IsoWeek): CalendarDate | null {
  if (!isRealWeek(week)) return null
  const fourth = calendarDate({ year: week.jahr, month: 1, day: 4 })
  if (!fourth) return null
  return addDays(fourth, (week.kw - 1) * 7 - weekdayOf(dayNumber(fourth)))
}

/** The month 1…12 that a week belongs to: that of its Thursday, as the year is (ISO 8601). */
export function monthOfWeek(week: IsoWeek): number {
  const monday = mondayOf(week)
  return monday ? Number(addDays(monday, 3).slice(5, 7)) : 12
}

/** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
function weekdayOf(days: number): number {
  return (((days + 3) % 7) + 7) % 7
}

function newYear(jahr: number): CalendarDate {
  return `${String(jahr).padStart(4, '0')}-01-01` as CalendarDate
}
