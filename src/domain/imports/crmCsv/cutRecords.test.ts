import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { cutRecords } from './cutRecords'

const piece = fc.constantFrom('a', 'b;', ';', '"', '""', '\n', ' ', '";"', '"x"', '"a\nb"')

test('part by part a text has the records, and the open quotation marks, that it has as a whole', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (pieces, partSize) => {
      const text = pieces.join('')
      const parts = [...cutRecords({ text, separator: ';', partSize })]
      const [whole = { records: [], unclosedAt: null }] = cutRecords({ text, separator: ';' })
      const firstOpen = parts.find(({ unclosedAt }) => unclosedAt !== null)?.unclosedAt ?? null
      expect(firstOpen).toBe(whole.unclosedAt)
      if (firstOpen === null) expect(parts.flatMap(({ records }) => records)).toEqual(whole.records)
    }),
    { numRuns: 2_000 },
  )
})

test('as a whole they are those of papaparse', () => {
  const text = 'a;b\n"1;\n2";3\n;"4"'
  const [whole] = cutRecords({ text, separator: ';' })
  expect(whole?.records).toEqual(Papa.parse(text, { delimiter: ';', newline: '\n' }).data)
})
