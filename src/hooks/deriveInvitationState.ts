import type { FieldHook } from 'payload'
import { invitationState } from '../domain/users/invitationState'
import type { Invitation } from '../payload-types'

/** What has become of an invitation, as of now. */
export const deriveInvitationState: FieldHook<Invitation> = ({ data, siblingData }) => {
  const { usedAt, revokedAt, expiresAt } = { ...siblingData, ...data }
  return expiresAt ? invitationState({ usedAt, revokedAt, expiresAt, now: new Date() }) : undefined
}
