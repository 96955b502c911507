import { type CalendarDate, dayNumber, fromDayNumber } from './calendarDate'

/** Days from 1899-12-30, from which Excel's serials count after its 29 February 1900, to 1970-01-01. */
const epoch1900 = 25_569
/** Days from 1904-01-01 to 1970-01-01. */
const epoch1904 = 24_107
/** The serial of 9999-12-31. */
const lastSerial = 2_958_465
/** Excel's 29 February 1900, which never was. */
const leapDay1900 = 60

/**
 * The day of a spreadsheet's serial number (ECMA-376 §18.17.4); a time of day is left out. `null` for what is no day:
 * negative, 0, 29 February 1900, after the year 9999.
 */
export function serialDay({ serial, is1904 }: { serial: number; is1904: boolean }): CalendarDate | null {
  const days = Math.floor(serial)
  if (!(days >= (is1904 ? 0 : 1)) || days > lastSerial) return null
  if (is1904) return fromDayNumber(days - epoch1904)
  if (days === leapDay1900) return null
  return fromDayNumber(days - epoch1900 + (days < leapDay1900 ? 1 : 0))
}

/** The serial number of a day in a workbook of the 1900 kind, for days from 1 March 1900 on; earlier ones have several. */
export function serialOfDay(day: CalendarDate): number {
  return dayNumber(day) + epoch1900
}
