/** What an invitation can be. */
export const invitationStates = ['active', 'used', 'revoked', 'expired'] as const
export type InvitationState = (typeof invitationStates)[number]

/** What has become of an invitation; times are ISO instants. One that was used stays used. */
export function invitationState({
  usedAt,
  revokedAt,
  expiresAt,
  now,
}: {
  usedAt?: string | null
  revokedAt?: string | null
  expiresAt: string
  now: Date
}): InvitationState {
  if (usedAt) return 'used'
  if (revokedAt) return 'revoked'
  return Date.parse(expiresAt) > now.getTime() ? 'active' : 'expired'
}
