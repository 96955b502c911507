import { z } from 'zod'
import { type CalendarDate, parseCalendarDate } from '../domain/calendar/calendarDate'

/** A calendar day `YYYY-MM-DD`. */
export const day = z.string().transform((text, context): CalendarDate => {
  const parsed = parseCalendarDate(text)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: `“${text}” is no day YYYY-MM-DD` })
  return z.NEVER
})
