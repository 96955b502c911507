import { expect, test } from 'vitest'
import { maxMailTries, nextTryAt } from './mailTries'

const now = '2026-11-28T06:00:00.000Z'
const waits = Array.from({ length: maxMailTries }, (_, index) => {
  const next = nextTryAt({ tries: index + 1, now })
  return next && (Date.parse(next) - Date.parse(now)) / 60_000
})

test('each wait is twice the one before, from a minute to several hours, and after the last try there is none', () => {
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, null])
})
