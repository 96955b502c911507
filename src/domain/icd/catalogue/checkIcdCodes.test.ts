import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeProblem } from '../../describeProblem'
import { checkIcdCodes } from './checkIcdCodes'
import { createIcdCatalogue } from './icdCatalogue'
import { parseCatalogue } from './parseCatalogue'

const samples = new URL('../../../../tests/fixtures/samples/', import.meta.url)
const expected = JSON.parse(readFileSync(new URL('expected.json', samples), 'utf8')).catalogue
const sample = parseCatalogue(readFileSync(new URL(expected.file, samples)))
const catalogue = createIcdCatalogue({ year: 2026, entries: sample.ok ? sample.entries : [] })

const codesOf = (icd: unknown) => checkIcdCodes({ icd, catalogue }).map(({ code, value }) => [code, value])

describe('with a catalogue', () => {
  test('as many codes of the sample as expected can be entered without a warning', () => {
    const quiet = catalogue.entries.filter(({ code }) => codesOf(code).length === 0)
    expect(quiet).toHaveLength(expected.enterableWithoutWarning)
  })

  test.each([
    ['C50.1', []],
    ['C50.7', [['icdUnknown', 'C50.7']]],
    ['C79.8', [['icdNotTerminal', 'C79.8']]],
    ['C50', [['icdNotTerminal', 'C50']]],
    ['D63.0', [['icdNotPrimary', 'D63.0']]],
    ['Z33', [['icdNotPrimary', 'Z33']]],
    ['U69.00', [['icdNotPrimary', 'U69.00']]],
    ['M90.7', [['icdNotTerminal', 'M90.7']]],
  ])('%s', (icd, warnings) => expect(codesOf(icd)).toEqual(warnings))

  test('every code of a text is looked at, in its order, and each is a warning', () => {
    expect(codesOf('c79.8; C501, x999')).toEqual([
      ['icdNotTerminal', 'C79.8'],
      ['icdUnknown', 'X99.9'],
    ])
    expect(checkIcdCodes({ icd: 'C79.8', catalogue })).toMatchObject([{ level: 'warning', field: 'icd' }])
  })

  test('what is no code or no text is not the catalogue’s business', () => {
    for (const icd of ['XYZ', 'C79.8, XYZ', '', null, undefined, 7]) expect(codesOf(icd)).toEqual([])
  })

  test('a warning says what, and of which year', () => {
    const [problem] = checkIcdCodes({ icd: 'C79.8', catalogue })
    if (!problem) throw new Error('no warning')
    expect(describeProblem({ problem, language: 'de' })).toMatch(/„C79.8“.*2026 nicht endständig/)
    expect(describeProblem({ problem, language: 'en' })).toMatch(/“C79.8” is not terminal .*2026/)
  })
})

test('without a catalogue there is no warning', () => {
  expect(checkIcdCodes({ icd: 'C79.8, C50.7', catalogue: null })).toEqual([])
})
