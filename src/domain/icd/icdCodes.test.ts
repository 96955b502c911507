import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatIcdCodes, hauptgruppe, type IcdCode, readIcdCodes } from './icdCodes'

const samples = new URL('../../../tests/fixtures/samples/expected.json', import.meta.url)
const cells: { text: string; icd?: string; refused?: string }[] = JSON.parse(
  readFileSync(samples, 'utf8'),
).icdCells

const read = (text: string) => {
  const codes = readIcdCodes(text)
  return codes.ok ? formatIcdCodes(codes.value) : codes.problems.map((problem) => problem.value)
}

describe('the typed texts of the samples', () => {
  for (const { text, icd, refused } of cells) {
    test(`${JSON.stringify(text)} ${icd ? `is ${icd}` : 'is refused'}`, () => {
      expect(read(text)).toEqual(icd ?? [refused])
    })
  }
})

test.each([
  ['C50.1LG', 'C50.1'],
  ['C50.1 L G', 'C50.1'],
  ['A17.0† M90.7*', 'A17.0, M90.7'],
  ['C79.5+G', 'C79.5'],
  ['C50.1 +', 'C50.1'],
  ['i42.0;\n\nI25.1 /  i42.0', 'I42.0, I25.1'],
  ['Ｃ５０．１', 'C50.1'],
  ['C50.1\u00a0C61', 'C50.1, C61'],
  ['C50.1!', 'C50.1'],
  ['', ''],
  [' , ; ', ''],
])('%j is read as %s', (text, icd) => expect(read(text)).toBe(icd))

test.each([
  ['G', ['G']],
  ['C50.1, G', ['G']],
  ['C50.1GV', ['C50.1GV']],
  ['C5', ['C5']],
  ['50.1', ['50.1']],
  ['C50..1', ['C50..1']],
  ['ÄC50', ['ÄC50']],
])('%j is refused', (text, refused) => expect(read(text)).toEqual(refused))

test('a refusal tells the place of the code', () => {
  const codes = readIcdCodes('C50.1 G, XYZ; C61, n.n.')
  expect(codes.ok ? [] : codes.problems.map((problem) => [problem.value, problem.params?.position])).toEqual([
    ['XYZ', 2],
    ['n.n.', 4],
  ])
})

test('reading what was read changes nothing, and every code obeys the grammar', () => {
  const code = fc.stringMatching(/^[A-Za-z]\d{2}(\.?\d{1,2})?$/)
  const suffix = fc.constantFrom('', 'G', ' gl', 'R', '+', '*', '-', ' V')
  const separator = fc.constantFrom(', ', ';', '/', '\n', ' ')
  const text = fc
    .array(fc.tuple(code, suffix, separator))
    .map((parts) => parts.map((part) => part.join('')).join(''))
  fc.assert(
    fc.property(text, (typed) => {
      const once = readIcdCodes(typed)
      if (!once.ok) throw new Error(`${typed} was refused`)
      const again = readIcdCodes(formatIcdCodes(once.value))
      expect(again).toEqual(once)
      for (const found of once.value) expect(found).toMatch(/^[A-Z]\d{2}(\.\d{1,2})?$/)
    }),
  )
})

test('any text is either read or refused, never thrown at', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readIcdCodes(text).ok === 'boolean'))
})

test('the main group is letter and two digits', () => {
  expect(hauptgruppe('C50.1' as IcdCode)).toBe('C50')
})
