import { expect, test } from 'vitest'
import { askInHalves } from './askInHalves'

/** What each value finds, and how often it is asked for how many. */
function storeOf(sizes: Record<string, number>) {
  const asked: number[] = []
  return {
    asked,
    ask: async (lookups: readonly string[], limit: number) => {
      asked.push(lookups.length)
      return lookups
        .flatMap((value) => Array.from({ length: sizes[value] ?? 0 }, (_, at) => `${value}${at}`))
        .slice(0, limit)
    },
  }
}

test('what finds little is asked for once', async () => {
  const { asked, ask } = storeOf({ a: 2, b: 3 })
  expect(await askInHalves({ lookups: ['a', 'b', 'c'], ask })).toEqual(['a0', 'a1', 'b0', 'b1', 'b2'])
  expect(asked).toEqual([3])
  expect(await askInHalves({ lookups: [], ask })).toEqual([])
})

test('a value that thousands share is bounded, and takes nothing from the others', async () => {
  const { ask, asked } = storeOf({ a: 5, many: 100_000, z: 7 })
  const found = await askInHalves({ lookups: ['many', 'a', 'b', 'z'], ask })
  const of = (value: string) => found.filter((one) => one.startsWith(value)).length
  expect([of('a'), of('many'), of('z')]).toEqual([5, 400, 7])
  expect(Math.max(...asked)).toBe(4)
})
