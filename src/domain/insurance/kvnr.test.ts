import { expect, test } from 'vitest'
import { readKvnr } from './kvnr'

test.each(['A123456780', 'X110465770', 'T024257814'])('%s is valid', (kvnr) => {
  expect(readKvnr(kvnr)).toEqual({ kind: 'valid', kvnr })
})

test('case and blanks do not matter', () => {
  expect(readKvnr(' a123 456 780 ')).toEqual({ kind: 'valid', kvnr: 'A123456780' })
})

test('a wrong check digit keeps the number', () => {
  expect(readKvnr('A123456789')).toEqual({ kind: 'wrongCheckDigit', kvnr: 'A123456789' })
})

test.each(['12345678', 'Q12345678', 'AA12345678', 'A1234567801', 'Ä123456780', 'A12345678０'])(
  '%s has a wrong format',
  (text) => {
    expect(readKvnr(text)).toEqual({ kind: 'wrongFormat', text })
  },
)

test('nothing is nothing', () => {
  expect(readKvnr('  ')).toEqual({ kind: 'empty' })
})
