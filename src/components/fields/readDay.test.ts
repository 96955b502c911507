import { expect, test } from 'vitest'
import { dayOfLocalDate, localDateOfDay, readDay, showDay } from './readDay'

const today = '2026-11-23'
const typed = (text: string) => readDay({ text, twoDigitYears: 'this century', today })
const born = (text: string) => readDay({ text, twoDigitYears: 'birth', today })

test('a typed day is read with one or two digits and two or four of the year', () => {
  expect(typed('3.2.26')).toBe('2026-02-03')
  expect(typed('03.02.2026')).toBe('2026-02-03')
  expect(typed(' 3. 2. 2026 ')).toBe('2026-02-03')
  expect(typed('2026-02-03')).toBe('2026-02-03')
})

test('two digits of a birth date mean the latest day not in the future', () => {
  expect(born('28.4.60')).toBe('1960-04-28')
  expect(born('23.11.26')).toBe('2026-11-23')
  expect(born('1.12.26')).toBe('1926-12-01')
  expect(born('29.2.00')).toBe('2000-02-29')
})

test('what is no day, or not yet one, is not guessed', () => {
  for (const text of [
    '',
    '3.2.',
    '3.2.2',
    '3.2.202',
    '31.02.2026',
    '29.02.2025',
    '3/2/2026',
    '12.13.2026',
    '1.1.0196',
  ]) {
    expect(typed(text)).toBeNull()
  }
})

test('a day stays the same day on its way through a local date', () => {
  for (const day of ['2026-03-29', '2026-10-25', '1893-04-01', '2024-02-29', '2026-12-31']) {
    const date = localDateOfDay(day)
    expect(date && dayOfLocalDate(date)).toBe(day)
  }
  expect(showDay('2026-02-03')).toBe('03.02.2026')
})
