import { expect, test } from 'vitest'
import { memoryAttempts } from './memoryAttempts'

test('however many keys there are, only so many are kept, the newest', async () => {
  const counter = memoryAttempts(100)
  for (let index = 0; index < 1000; index += 1)
    await counter.add({ key: `key-${index}`, seconds: 60, now: 0 })
  const kept = []
  for (let index = 0; index < 1000; index += 1)
    if (await counter.read({ key: `key-${index}`, now: 0 })) kept.push(index)
  expect(kept).toEqual(Array.from({ length: 100 }, (_, index) => 900 + index))
})

test('what is over is cleared away by what comes after', async () => {
  const counter = memoryAttempts(100)
  for (let index = 0; index < 50; index += 1) await counter.add({ key: `old-${index}`, seconds: 1, now: 0 })
  for (let index = 0; index < 50; index += 1)
    await counter.add({ key: `new-${index}`, seconds: 60, now: 2000 })
  // As if no time had passed: what is not there cannot be read.
  expect(await counter.read({ key: 'old-0', now: 0 })).toBeNull()
  expect(await counter.read({ key: 'old-49', now: 0 })).toBeNull()
  expect(await counter.read({ key: 'new-0', now: 2000 })).not.toBeNull()
})
