import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DayCount, quantileOf, spreadOf } from './spread'

const dayCounts = fc.array(
  fc.record({ tage: fc.integer({ min: 0, max: 400 }), count: fc.integer({ min: 1, max: 5 }) }),
  { minLength: 1, maxLength: 30 },
)

/** As Excel's QUANTIL.INKL computes it of single values. */
function quantileOfValues(values: number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  const place = share * (sorted.length - 1)
  const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below + (above - below) * (place % 1)
}

const values = (counts: DayCount[]) => counts.flatMap(({ tage, count }) => Array<number>(count).fill(tage))
const inOrder = (counts: DayCount[]) => [...counts].sort((left, right) => left.tage - right.tage)

test('the quantiles are those of Excel', () => {
  const days = [3, 5, 5, 8, 13, 40].map((tage) => ({ tage, count: 1 }))
  expect(spreadOf(days)).toEqual({ faelle: 6, median: 6.5, p90: 26.5 })
  expect(spreadOf([{ tage: 12, count: 1 }])).toEqual({ faelle: 1, median: 12, p90: 12 })
})

test('of no case there is no median', () => {
  expect(spreadOf([])).toEqual({ faelle: 0, median: null, p90: null })
  expect(spreadOf([{ tage: 4, count: 0 }])).toEqual({ faelle: 0, median: null, p90: null })
})

test('counted days give what the single values give', () => {
  fc.assert(
    fc.property(dayCounts, fc.double({ min: 0, max: 1, noNaN: true }), (counts, share) => {
      const quantile = quantileOf({ sorted: inOrder(counts), share })
      expect(quantile).toBeCloseTo(quantileOfValues(values(counts), share), 6)
    }),
  )
})

test('the quantiles lie in order between the least and the most, whatever the order of the counts', () => {
  fc.assert(
    fc.property(dayCounts, (counts) => {
      const { faelle, median, p90 } = spreadOf(counts)
      const all = values(counts)
      expect(faelle).toBe(all.length)
      expect(median).toBeGreaterThanOrEqual(Math.min(...all))
      expect(p90).toBeGreaterThanOrEqual(median as number)
      expect(p90).toBeLessThanOrEqual(Math.max(...all))
      expect(spreadOf([...counts].reverse())).toEqual({ faelle, median, p90 })
    }),
  )
})
