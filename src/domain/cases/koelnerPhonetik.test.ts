import { describe, expect, test } from 'vitest'
import { foldName } from './foldName'
import { koelnerPhonetik } from './koelnerPhonetik'

/** Examples as published: Postel's own, and those of the method's descriptions. */
describe('published examples', () => {
  test.each([
    ['Müller-Lüdenscheidt', '65752682'],
    ['Wikipedia', '3412'],
    ['Breschnew', '17863'],
    ['Heinz', '068'],
    ['Classen', '4586'],
    ['Müller', '657'],
    ['Schmidt', '862'],
    ['Schneider', '8627'],
    ['Fischer', '387'],
    ['Weber', '317'],
    ['Meyer', '67'],
    ['Wagner', '3467'],
    ['Schulz', '858'],
    ['Becker', '147'],
    ['Hoffmann', '0366'],
    ['Schäfer', '837'],
  ])('%s is %s', (name, code) => {
    expect(koelnerPhonetik(foldName(name))).toBe(code)
  })
})

test.each([
  ['Meier', 'Mayr'],
  ['Schmidt', 'Schmitt'],
  ['Philipp', 'Filip'],
  ['Stephan', 'Stefan'],
  ['Carl', 'Karl'],
  ['Lärchenbrink', 'Lärchenbring'],
  ['Max', 'Macks'],
])('%s sounds like %s', (left, right) => {
  expect(koelnerPhonetik(foldName(left))).toBe(koelnerPhonetik(foldName(right)))
})

test.each([
  ['Tonn', 'Tobb'],
  ['Regina', 'Regine Ott'],
  ['Maler', 'Mahner'],
])('%s does not sound like %s', (left, right) => {
  expect(koelnerPhonetik(foldName(left))).not.toBe(koelnerPhonetik(foldName(right)))
})

test('nothing sounds like nothing, and so do letters of other scripts', () => {
  expect(koelnerPhonetik('')).toBe('')
  expect(koelnerPhonetik('иванов')).toBe('')
  expect(koelnerPhonetik('h')).toBe('')
})
