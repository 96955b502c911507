import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOfLine, lineOfKey } from './lineKeys'

test('a noted head is a key that anybody can read', () => {
  const line = '2026-11-28T12:00:00.000Z 17 a-_b c'
  expect(keyOfLine(line)).toBe('2026-11-28T12:00:00.000Z/17/a-_b/c')
})

test('every line is a key, from which it is read back, with no step up or down in it', () => {
  const line = fc.string({ unit: 'grapheme', minLength: 1 })
  fc.assert(
    fc.property(line, (text) => {
      const key = keyOfLine(text)
      expect(lineOfKey(key)).toBe(text)
      for (const step of ['', '.', '..']) expect(key.split('/')).not.toContain(step)
    }),
  )
})
