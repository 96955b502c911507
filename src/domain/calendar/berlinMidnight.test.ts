import { expect, test } from 'vitest'
import { berlinDay } from './berlinDay'
import { berlinMidnight } from './berlinMidnight'
import type { CalendarDate } from './calendarDate'

test.each([
  ['2026-02-02', '2026-02-01T23:00:00.000Z'],
  ['2026-07-01', '2026-06-30T22:00:00.000Z'],
  ['2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['2026-10-26', '2026-10-25T23:00:00.000Z'],
])('the day %s begins at %s', (day, instant) => {
  const midnight = berlinMidnight(day as CalendarDate)
  expect(midnight.toISOString()).toBe(instant)
  expect(berlinDay(midnight)).toBe(day)
  expect(berlinDay(new Date(midnight.getTime() - 1))).not.toBe(day)
})
