import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRealWeek, mondayOf } from '../../calendar/isoWeek'
import { dueReportWeek, isDueAfter } from './dueReportWeek'
import { defaultReportSchedule } from './reportSchedule'

const hourMs = 3_600_000

function weekDueAt(instant: string, schedule = defaultReportSchedule): string {
  const { week } = dueReportWeek({ now: new Date(instant), schedule })
  return `${week.jahr}/${week.kw}`
}

describe('the report of the week before is due', () => {
  test.each([
    ['on Monday at 05:59 not yet', '2026-11-30T05:59:59+01:00', '2026/47'],
    ['on Monday at 06:00', '2026-11-30T06:00:00+01:00', '2026/48'],
    ['for the whole week', '2026-12-06T23:59:59+01:00', '2026/48'],
    ['on the Sunday before the next Monday still', '2026-12-07T05:59:59+01:00', '2026/48'],
    ['at 06:00 of summer time, which is 04:00 UTC', '2026-03-30T04:00:00Z', '2026/13'],
    ['not at 05:59 of the first Monday in summer time', '2026-03-30T03:59:59Z', '2026/12'],
    ['not at 06:00 of the winter time that has just ended', '2026-03-30T03:00:00Z', '2026/12'],
    ['at 06:00 of winter time, which is 05:00 UTC', '2026-10-26T05:00:00Z', '2026/43'],
    ['not at 06:00 of the summer time that has just ended', '2026-10-26T04:00:00Z', '2026/42'],
    ['on 4 January 2027, of week 53 of 2026', '2027-01-04T06:00:00+01:00', '2026/53'],
    ['on 4 January 2027 before six, of week 52 of 2026', '2027-01-04T05:59:59+01:00', '2026/52'],
    ['on 5 January 2026, of week 1 of 2026', '2026-01-05T06:00:00+01:00', '2026/1'],
    ['on 29 December 2025, of week 52 of 2025', '2025-12-29T06:00:00+01:00', '2025/52'],
  ])('%s', (_, instant, week) => expect(weekDueAt(instant)).toBe(week))
})

describe('with another weekday and hour in the settings', () => {
  const wednesday = { weekday: 3, hour: 18 }
  const sunday = { weekday: 7, hour: 2 }

  test.each([
    ['before them', '2026-12-02T17:59:59+01:00', wednesday, '2026/47'],
    ['at them', '2026-12-02T18:00:00+01:00', wednesday, '2026/48'],
    ['at midnight of Monday', '2026-11-30T00:00:00+01:00', { weekday: 1, hour: 0 }, '2026/48'],
    ['at 23:00', '2026-11-30T22:59:59+01:00', { weekday: 1, hour: 23 }, '2026/47'],
    ['at an hour that the change to summer time leaves out', '2026-03-29T01:00:00Z', sunday, '2026/12'],
    ['before that hour', '2026-03-29T00:59:59Z', sunday, '2026/11'],
    ['at the first of two such hours', '2026-10-25T00:00:00Z', sunday, '2026/42'],
    ['at the second of two such hours', '2026-10-25T01:00:00Z', sunday, '2026/42'],
  ])('%s', (_, instant, schedule, week) => expect(weekDueAt(instant, schedule)).toBe(week))
})

const schedules = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  hour: fc.integer({ min: 0, max: 23 }),
})
const instants = fc
  .integer({ min: Date.parse('2015-01-01T00:00:00Z'), max: Date.parse('2060-01-01T00:00:00Z') })
  .map((time) => new Date(time))

describe('at any time, whatever the schedule', () => {
  test('the week that is due is over, and no more than two weeks before the present one', () => {
    fc.assert(
      fc.property(instants, schedules, (now, schedule) => {
        const { week, day } = dueReportWeek({ now, schedule })
        expect(isRealWeek(week)).toBe(true)
        const sinceMonday = now.getTime() - Date.parse(`${mondayOf(week)}T00:00:00+01:00`)
        expect(sinceMonday).toBeGreaterThanOrEqual(7 * 24 * hourMs - hourMs)
        expect(sinceMonday).toBeLessThanOrEqual((21 * 24 + 1) * hourMs)
        expect(day > String(mondayOf(week))).toBe(true)
      }),
    )
  })

  test('hour by hour the weeks become due one after the other, none is left out and none comes again', () => {
    fc.assert(
      fc.property(instants, schedules, (from, schedule) => {
        const mondays = Array.from({ length: 6 * 7 * 24 }, (_, index) => {
          const now = new Date(from.getTime() + index * hourMs)
          return Date.parse(String(mondayOf(dueReportWeek({ now, schedule }).week)))
        })
        const steps = mondays.slice(1).map((monday, index) => (monday - (mondays[index] ?? 0)) / hourMs)
        expect([...new Set(steps)].sort()).toEqual([0, 7 * 24])
        const due = steps.filter((step) => step > 0).length
        // The change of clocks makes a week an hour longer or shorter.
        expect(due).toBeGreaterThanOrEqual(5)
        expect(due).toBeLessThanOrEqual(7)
      }),
      { numRuns: 20 },
    )
  })

  test('what is due now is not due only later', () => {
    fc.assert(
      fc.property(instants, schedules, (now, schedule) => {
        expect(isDueAfter({ due: dueReportWeek({ now, schedule }), instant: now })).toBe(false)
      }),
    )
  })
})

test('a report that became due before an account was there, became due before it', () => {
  const due = dueReportWeek({
    now: new Date('2026-11-30T06:00:00+01:00'),
    schedule: defaultReportSchedule,
  })
  expect(isDueAfter({ due, instant: new Date('2026-11-30T05:59:59+01:00') })).toBe(true)
  expect(isDueAfter({ due, instant: new Date('2026-11-30T06:00:00+01:00') })).toBe(false)
  expect(isDueAfter({ due, instant: new Date('2026-11-29T23:00:00+01:00') })).toBe(true)
})
