import { expect, test } from 'vitest'
import { invitationState } from './invitationState'

const now = new Date('2026-11-23T12:00:00Z')
const before = '2026-11-23T11:59:59Z'
const after = '2026-11-23T12:00:01Z'

test.each([
  ['active', { expiresAt: after }],
  ['expired', { expiresAt: before }],
  ['expired', { expiresAt: now.toISOString() }],
  ['revoked', { expiresAt: after, revokedAt: before }],
  ['revoked', { expiresAt: before, revokedAt: before }],
  ['used', { expiresAt: before, usedAt: before }],
  ['used', { expiresAt: after, usedAt: before, revokedAt: before }],
] as const)('is %s: %j', (state, invitation) => {
  expect(invitationState({ ...invitation, now })).toBe(state)
})
