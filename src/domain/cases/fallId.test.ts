import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFallIdAllocator, fallIdKey } from './fallId'

const week = { jahr: 2026, kw: 6, fallgruppe: 'kardio' } as const

test('the Nachname stands in it as it is, trimmed and composed', () => {
  expect(fallIdKey({ ...week, nachname: ' von der Heide ' })).toBe('2026-06-kardio-von der Heide')
  expect(fallIdKey({ ...week, nachname: 'O\u0308zdemir' })).toBe('2026-06-kardio-Özdemir')
})

test('the next with the same key gets -2, then -3', () => {
  const allocate = createFallIdAllocator([])
  expect([1, 2, 3].map(() => allocate('a-Tonn'))).toEqual(['a-Tonn', 'a-Tonn-2', 'a-Tonn-3'])
})

test('the count goes on after what is taken, and another name does not count', () => {
  const allocate = createFallIdAllocator(['a-Tonn', 'a-Tonn-4', 'a-Tonn-Berg', 'a-Tonne-7'])
  expect(allocate('a-Tonn')).toBe('a-Tonn-5')
  expect(allocate('a-Neu')).toBe('a-Neu')
})

test('no id is given twice, whatever names there are', () => {
  const key = fc.constantFrom('x', 'x-2', 'x-3', 'x-2-2', 'y')
  fc.assert(
    fc.property(fc.array(key), fc.array(key), (taken, keys) => {
      const allocate = createFallIdAllocator(taken)
      const given = keys.map(allocate)
      expect(new Set([...given, ...taken]).size).toBe(given.length + new Set(taken).size)
    }),
  )
})
