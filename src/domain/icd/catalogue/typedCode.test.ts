import { expect, test } from 'vitest'
import { typedCode, withCode } from './typedCode'

test.each([
  ['', '', 'C61'],
  ['c50', 'c50', 'C61'],
  [' c50', 'c50', 'C61'],
  ['bösartig mamma', 'bösartig mamma', 'C61'],
  ['C50.1, c7', 'c7', 'C50.1, C61'],
  ['C50.1,c7', 'c7', 'C50.1, C61'],
  ['C50.1;', '', 'C50.1; C61'],
  ['C50.1 c79', 'c79', 'C50.1, C61'],
  ['C50.1 G c79', 'c79', 'C50.1 G, C61'],
  ['C50.1 brust drüse', 'brust drüse', 'C50.1, C61'],
  ['C50.1 ', 'C50.1', 'C61'],
  ['C50.1 G', '', 'C50.1, C61'],
  ['XYZ, mamma', 'mamma', 'XYZ, C61'],
  ['C50.1, C50.1', 'C50.1', 'C50.1, C61'],
  ['C50.1/ C20 \nleber', 'leber', 'C50.1/ C20, C61'],
])('of %j the last is %j; chosen in its place it is %j', (text, query, chosen) => {
  expect(typedCode(text).query).toBe(query)
  expect(withCode({ text, code: 'C61' })).toBe(chosen)
})
