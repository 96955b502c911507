import { berlinDay } from '../../calendar/berlinDay'
import { berlinHour } from '../../calendar/berlinHour'
import { addDays, type CalendarDate } from '../../calendar/calendarDate'
import { type IsoWeek, isoWeekOf, mondayOf } from '../../calendar/isoWeek'
import type { ReportSchedule } from './reportSchedule'

/** A report that is due: that of `week`, since `hour` o'clock of `day` in Europe/Berlin. */
export type DueReport = { week: IsoWeek; day: CalendarDate; hour: number }

/**
 * The report that was due last at an instant: each week one becomes due at the weekday and hour of the schedule, that of
 * the ISO week before. Clocks that are put forward or back move no full hour of a day behind an earlier one.
 */
export function dueReportWeek({ now, schedule }: { now: Date; schedule: ReportSchedule }): DueReport {
  const today = berlinDay(now)
  const monday = mondayOf(isoWeekOf(today)) ?? today
  const thisWeeks = addDays(monday, schedule.weekday - 1)
  const isDue = today > thisWeeks || (today === thisWeeks && berlinHour(now) >= schedule.hour)
  const day = isDue ? thisWeeks : addDays(thisWeeks, -7)
  return { week: isoWeekOf(addDays(day, -7)), day, hour: schedule.hour }
}

/** Whether a report became due only after an instant, by the same clock. */
export function isDueAfter({ due, instant }: { due: DueReport; instant: Date }): boolean {
  const day = berlinDay(instant)
  return day < due.day || (day === due.day && berlinHour(instant) < due.hour)
}
