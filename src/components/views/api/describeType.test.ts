import { expect, test } from 'vitest'
import { describeType, fieldsOf, innerOf } from './describeType'

const schemas = {
  User: { type: 'object', properties: { username: { type: 'string' } }, required: ['username'] },
}
const user = { $ref: '#/components/schemas/User' }

test('a kind is one line', () => {
  expect(describeType({ type: ['string', 'null'], format: 'date-time' })).toBe('string (date-time) | null')
  expect(describeType({ type: 'array', items: user })).toBe('User[]')
  expect(describeType({ type: 'array', items: { type: ['string', 'number'] } })).toBe('(string | number)[]')
  expect(describeType({ enum: ['onko', null] })).toBe('"onko" | null')
  expect(describeType({ anyOf: [{ type: 'string' }, user] })).toBe('string | User')
  expect(describeType({ allOf: [user, { type: 'object' }] })).toBe('User & object')
  expect(describeType({ const: 'ok' })).toBe('"ok"')
  expect(describeType({})).toBe('any')
})

test('the fields of a schema are those of all its parts, required or not', () => {
  const both = { allOf: [user, { properties: { warnings: { type: 'array' } } }] }
  expect(fieldsOf(both, schemas).map(({ name, isRequired }) => [name, isRequired])).toEqual([
    ['username', true],
    ['warnings', false],
  ])
})

test('what has fields is found in lists, maps and among several forms', () => {
  for (const schema of [
    user,
    { type: 'array', items: user },
    { type: 'object', additionalProperties: user },
    { anyOf: [{ type: 'string' }, user] },
  ])
    expect(innerOf(schema, schemas)?.properties).toEqual(schemas.User.properties)
  expect(innerOf({ type: 'string' }, schemas)).toBeNull()
})
