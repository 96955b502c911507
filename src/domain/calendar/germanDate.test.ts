import { expect, test } from 'vitest'
import { berlinDay } from './berlinDay'
import type { CalendarDate } from './calendarDate'
import { readGermanDate } from './germanDate'

const today = '2026-11-23' as CalendarDate
const creation = (text: string) => readGermanDate({ text, century: { kind: '20YY' } })
const birth = (text: string) => readGermanDate({ text, century: { kind: 'latestPast', today } })

test.each([
  ['02.02.26, 08:50', '2026-02-02'],
  ['02.02.2026 08:50:59', '2026-02-02'],
  ['3.2.26', '2026-02-03'],
  [' 28.04.1960 ', '1960-04-28'],
  ['2026-02-03', '2026-02-03'],
  ['2026-02-03T23:30:00.000Z', '2026-02-03'],
  ['2026-02-03T00:30:00+13:00', '2026-02-03'],
  ['29.02.24', '2024-02-29'],
])('%s is read as %s', (text, date) => expect(creation(text)).toBe(date))

test.each([
  '31.02.26, 09:00',
  '29.02.2025',
  '29.08.0196',
  '01.13.2026',
  'tba',
  '',
  '32.01.26',
  '1.1.1',
  '02.02.26, 25:00',
  '2026-2-3',
  '00.00.0000',
  '02.02.226',
  '02.02.2226',
])('%s is no date', (text) => expect(creation(text)).toBeNull())

test.each([
  ['01.12.26', '1926-12-01'],
  ['23.11.26', '2026-11-23'],
  ['24.11.26', '1926-11-24'],
  ['05.02.16', '2016-02-05'],
  ['29.02.00', '2000-02-29'],
])('the birth date %s, read on 23.11.2026, is %s', (text, date) => expect(birth(text)).toBe(date))

test('the day in Berlin turns at its own midnight, in summer and winter', () => {
  expect(berlinDay(new Date('2026-01-31T23:30:00Z'))).toBe('2026-02-01')
  expect(berlinDay(new Date('2026-07-31T21:59:00Z'))).toBe('2026-07-31')
  expect(berlinDay(new Date('2026-07-31T22:00:00Z'))).toBe('2026-08-01')
})
