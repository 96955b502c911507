import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeFormula, unescapeFormula } from './escapeFormula'

const awkward = fc.string({
  unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '–', 'a', '1', ' '),
})
const text = fc.oneof(fc.string(), awkward)

describe('escapeFormula', () => {
  test.each(['=1+1', '+49 30 1234', '-5', '@SUM(A1)', '\t=1', '\r=1'])(
    'puts an apostrophe in front of %j',
    (value) => {
      expect(escapeFormula(value)).toBe(`'${value}`)
    },
  )

  test.each(['', '–', 'C50.1', "O'Neill", "'quoted'", 'a=b', ' =1'])('leaves %j as it is', (value) => {
    expect(escapeFormula(value)).toBe(value)
  })

  test('never gives a text that starts like a formula', () => {
    fc.assert(fc.property(text, (value) => !/^[=+\-@\t\r]/.test(escapeFormula(value))))
  })

  test('is taken back by unescapeFormula, also for a text that looks escaped already', () => {
    fc.assert(fc.property(text, (value) => unescapeFormula(escapeFormula(value)) === value))
    expect(unescapeFormula(escapeFormula("'=1"))).toBe("'=1")
  })
})
