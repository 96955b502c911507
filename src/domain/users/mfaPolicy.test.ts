import { expect, test } from 'vitest'
import { mustEnrol } from './mfaPolicy'

test.each([
  ['optional', 'admin', false],
  ['optional', 'dak_mitarbeiter', false],
  ['admins', 'admin', true],
  ['admins', 'dak_mitarbeiter', false],
  ['all', 'admin', true],
  ['all', 'dak_mitarbeiter', true],
] as const)('“%s” asks a second factor of %s: %s', (policy, role, expected) => {
  expect(mustEnrol({ policy, role })).toBe(expected)
})
