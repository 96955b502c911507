import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countCodes } from './countCodes'

test('each code counts once per case, and the codes are sorted', () => {
  const groups = [
    { icd: 'C79.5', count: 2 },
    { icd: 'C50.1, C79.5', count: 3 },
    { icd: 'C50, C50.1, C50', count: 1 },
  ]
  expect(countCodes(groups)).toEqual([
    { code: 'C50', count: 1 },
    { code: 'C50.1', count: 4 },
    { code: 'C79.5', count: 5 },
  ])
  expect(countCodes([])).toEqual([])
})

test('how the cases are grouped changes nothing', () => {
  const icds = fc.array(
    fc.uniqueArray(fc.constantFrom('C50', 'C50.1', 'C61', 'C79.5', 'D63.0'), { minLength: 1 }),
  )
  fc.assert(
    fc.property(icds, (cases) => {
      const single = cases.map((codes) => ({ icd: codes.join(', '), count: 1 }))
      const grouped = new Map<string, number>()
      for (const { icd } of single) grouped.set(icd, (grouped.get(icd) ?? 0) + 1)
      const groups = [...grouped].map(([icd, count]) => ({ icd, count }))
      expect(countCodes(groups)).toEqual(countCodes(single))
      const codes = cases.flat()
      expect(countCodes(single).reduce((sum, { count }) => sum + count, 0)).toBe(codes.length)
    }),
  )
})
