import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { measureQuery } from './measureQuery'

const measure = (query: string) => measureQuery(parse(query), new Set(['loginUser']))

test.each([
  ['{ a }', { depth: 1, fields: 1, aliases: 0, signIns: 0 }],
  ['{ a { b { c } } d }', { depth: 3, fields: 4, aliases: 0, signIns: 0 }],
  ['{ x: a y: a { z: b } }', { depth: 2, fields: 3, aliases: 3, signIns: 0 }],
  ['{ ... on T { a ... { b } } }', { depth: 1, fields: 2, aliases: 0, signIns: 0 }],
  ['{ ...F ...F } fragment F on T { a { b } }', { depth: 2, fields: 4, aliases: 0, signIns: 0 }],
  [
    'mutation { a: loginUser ...F } fragment F on M { b: loginUser }',
    { depth: 1, fields: 2, aliases: 2, signIns: 2 },
  ],
  ['query A { a } query B { b }', { depth: 1, fields: 2, aliases: 0, signIns: 0 }],
  ['{ __schema { types { name } } }', { depth: 0, fields: 0, aliases: 0, signIns: 0 }],
])('%s', (query, measures) => {
  expect(measure(query)).toEqual(measures)
})

test('a fragment that holds itself is endless', () => {
  expect(measure('{ ...F } fragment F on T { a { ...F } }').depth).toBe(Infinity)
})

test('fragments that double with each step are measured at once', () => {
  const steps = Array.from(
    { length: 40 },
    (_, step) => `fragment F${step} on T { a { ...F${step + 1} ...F${step + 1} } }`,
  )
  const { fields, depth } = measure(`{ ...F0 } ${steps.join(' ')} fragment F40 on T { a }`)
  expect(depth).toBe(41)
  expect(fields).toBeGreaterThan(2 ** 40)
})

test('a chain of very many fragments is too deep, and no overflow', () => {
  const chain = Array.from({ length: 20_000 }, (_, step) => `fragment F${step} on T { ...F${step + 1} }`)
  expect(measure(`{ ...F0 } ${chain.join(' ')} fragment F20000 on T { a }`).depth).toBe(Infinity)
})
