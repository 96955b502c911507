import { expect, test } from 'vitest'
import { updateChecksum } from './checksum'

test('the checksum of the digits is the known one, in one piece and in two', () => {
  const digits = new TextEncoder().encode('123456789')
  expect(updateChecksum(0, digits)).toBe(0xcbf43926)
  expect(updateChecksum(updateChecksum(0, digits.subarray(0, 4)), digits.subarray(4))).toBe(0xcbf43926)
  expect(updateChecksum(0, new Uint8Array())).toBe(0)
})
