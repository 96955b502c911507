import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createIcdCatalogue } from './icdCatalogue'
import { parseCatalogue } from './parseCatalogue'

const samples = new URL('../../../../tests/fixtures/samples/', import.meta.url)
const sample = parseCatalogue(readFileSync(new URL('icd10gm-sample_kodes.txt', samples)))
const catalogue = createIcdCatalogue({ year: 2026, entries: sample.ok ? sample.entries : [] })

const codes = (text: string, limit = 20) => catalogue.search({ text, limit }).map(({ code }) => code)
const entry = (code: string, title: string, rest: { terminal?: boolean; usage?: 'P' | 'O' } = {}) => ({
  code: code as never,
  title,
  terminal: true,
  usage: 'P' as const,
  ...rest,
})

describe('by code', () => {
  test.each(['C50.1', 'c501', 'c50.1', ' C50.1+ '])('%j finds the code itself first', (text) => {
    expect(codes(text)[0]).toBe('C50.1')
  })

  test.each(['c50', 'C50.', 'C50.-'])(
    '%j finds the code, then what can be entered of those that begin so',
    (text) => {
      const found = codes(text)
      expect(found[0]).toBe('C50')
      expect(found.slice(1)).toEqual([...found.slice(1)].sort())
      expect(found.length).toBeGreaterThan(3)
      expect(found.every((code) => code.startsWith('C50'))).toBe(true)
    },
  )

  test('what warns stands behind what does not, both in the order of the codes', () => {
    const found = catalogue.search({ text: 'c79', limit: 20 }).slice(1)
    const warns = found.map(({ terminal, usage }) => !terminal || usage !== 'P')
    expect(warns).toEqual([...warns].sort())
    expect(new Set(warns)).toEqual(new Set([true, false]))
  })
})

describe('by words', () => {
  test.each(['Drüse mitte', 'DRÜSE MITTE', 'druse Mitte', 'druese mitte', 'dru\u0308se, mitte'])(
    '%j finds every word, in any order, however its umlaut is written',
    (text) => {
      expect(codes(text)).toContain('C50.1')
    },
  )

  test('every word must be there; a code may be one of them', () => {
    expect(codes('brustkrebs niere')).toEqual([])
    expect(codes('c50 mitte')).toEqual(['C50.1'])
  })

  test('ß and ss are the same', () => {
    expect(codes('gleichmassigem kropf')).toContain('E05.0')
    expect(codes('gleichmäßigem kropf')).toContain('E05.0')
  })

  test('as many as are wanted', () => {
    expect(codes('krebs', 3)).toHaveLength(3)
    expect(codes('e', 20)).toHaveLength(20)
  })

  test.each(['', '  ', '+', '.-', ';'])('%j finds nothing', (text) => expect(codes(text)).toEqual([]))
})

test('the exact code comes before its beginnings, those before words, and in each what can be entered', () => {
  const small = createIcdCatalogue({
    year: 2026,
    entries: [
      entry('A00', 'Folge von C50'),
      entry('A01', 'Folge von C50', { usage: 'O' }),
      entry('C50.9', 'x'),
      entry('C50.0', 'x', { terminal: false }),
      entry('C50', 'x', { terminal: false }),
    ],
  })
  const found = small.search({ text: 'c50', limit: 20 }).map(({ code }) => code)
  expect(found).toEqual(['C50', 'C50.9', 'C50.0', 'A00', 'A01'])
})
