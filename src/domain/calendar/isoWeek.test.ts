import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDate, dayNumber, fromDayNumber, parseCalendarDate } from './calendarDate'
import { isoWeekOf, isRealWeek, mondayOf, weeksInYear } from './isoWeek'

const day = (text: string) => parseCalendarDate(text) as CalendarDate

test.each([
  ['2021-01-01', 2020, 53],
  ['2024-12-30', 2025, 1],
  ['2025-12-29', 2026, 1],
  ['2027-01-03', 2026, 53],
  ['2027-01-04', 2027, 1],
  ['2026-02-02', 2026, 6],
])('%s is in %i/%i', (date, jahr, kw) => {
  expect(isoWeekOf(day(date))).toEqual({ jahr, kw })
})

test('2020 and 2026 have a week 53, 2025 has none', () => {
  expect([2020, 2025, 2026].map(weeksInYear)).toEqual([53, 52, 53])
  expect(isRealWeek({ jahr: 2025, kw: 53 })).toBe(false)
  expect(mondayOf({ jahr: 2025, kw: 53 })).toBeNull()
  expect(mondayOf({ jahr: 2026, kw: 53 })).toBe('2026-12-28')
})

const anyDay = fc.integer({ min: -60_000, max: 120_000 }).map(fromDayNumber)

test('the week agrees with a computation through UTC dates', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const thursday = new Date(`${date}T00:00:00Z`)
      thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7))
      const jahr = thursday.getUTCFullYear()
      const kw = Math.floor((thursday.getTime() - Date.UTC(jahr, 0, 1)) / 604_800_000) + 1
      expect(isoWeekOf(date)).toEqual({ jahr, kw })
    }),
  )
})

test('the Monday of a day’s week is at most six days before it, and in the same week', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const week = isoWeekOf(date)
      const monday = mondayOf(week) as CalendarDate
      const distance = dayNumber(date) - dayNumber(monday)
      expect(distance).toBeGreaterThanOrEqual(0)
      expect(distance).toBeLessThanOrEqual(6)
      expect(isoWeekOf(addDays(monday, 6))).toEqual(week)
    }),
  )
})

test('day numbers and dates are each other’s reverse', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -60_000, max: 120_000 }),
      (days) => dayNumber(fromDayNumber(days)) === days,
    ),
  )
})

test('the weeks are the same under TZ=UTC, America/Los_Angeles and Pacific/Auckland', () => {
  const script = fileURLToPath(new URL('../../../tests/fixtures/printWeeks.ts', import.meta.url))
  const weeks = ['UTC', 'America/Los_Angeles', 'Pacific/Auckland'].map((TZ) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
    expect(run.stderr).toBe('')
    return run.stdout
  })
  expect(weeks[0]).toContain('2027-01-03 2026/53 03.01.2027')
  expect(new Set(weeks).size).toBe(1)
}, 60_000)
