import { expect, test } from 'vitest'
import { sortKey } from './sortKey'

test('umlauts, accents and case do not count, ß is ss', () => {
  const names = ['Strauß', 'Öztürk', 'aal', "O'Neil", 'Ärger', 'Strasser', 'Łuczak', 'Zander', 'Émile']
  const sorted = [...names].sort((left, right) => ((sortKey(left) ?? '') < (sortKey(right) ?? '') ? -1 : 1))
  expect(sorted).toEqual([
    'aal',
    'Ärger',
    'Émile',
    'Łuczak',
    "O'Neil",
    'Öztürk',
    'Strasser',
    'Strauß',
    'Zander',
  ])
})

test('the shorter name comes before the double name', () => {
  expect(sortKey('Müller-Lüdenscheidt')).toBe('muller ludenscheidt')
  expect(sortKey('  von der  Heide ')).toBe('von der heide')
})

test.each([[null], [undefined], [''], ['–'], ["'"]])('%j sorts as empty', (name) => {
  expect(sortKey(name)).toBeNull()
})

test('the way a letter is composed does not matter', () => {
  expect(sortKey('O\u0308zdemir')).toBe(sortKey('Özdemir'))
})
