import { expect, test } from 'vitest'
import { derivedKey } from './derivedKey'
import { openSeal, seal } from './seal'

const key = derivedKey({ secret: 'only-for-tests-only-for-tests-only-for-tests', purpose: 'test' })
const text = 'JBSWY3DPEHPK3PXP'

test('what is sealed opens again, and looks different each time', () => {
  const [first, second] = [seal({ text, key, owner: 'a' }), seal({ text, key, owner: 'a' })]
  expect(first).not.toBe(second)
  expect(first).not.toContain(text)
  expect(openSeal({ sealed: first, key, owner: 'a' })).toBe(text)
})

test('a seal does not open for another owner, with another key, or altered', () => {
  const sealed = seal({ text, key, owner: 'a' })
  const otherKey = derivedKey({ secret: 'only-for-tests-only-for-tests-only-for-tests', purpose: 'other' })
  const altered = Buffer.from(sealed, 'base64url')
  altered[altered.length - 1] = (altered[altered.length - 1] ?? 0) ^ 1
  expect(() => openSeal({ sealed, key, owner: 'b' })).toThrow()
  expect(() => openSeal({ sealed, key: otherKey, owner: 'a' })).toThrow()
  expect(() => openSeal({ sealed: altered.toString('base64url'), key, owner: 'a' })).toThrow()
})
