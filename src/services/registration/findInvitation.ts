import type { Payload } from 'payload'
import { invitationState } from '../../domain/users/invitationState'
import { tokenHash } from '../../lib/crypto/randomToken'
import type { Invitation } from '../../payload-types'

/** An invitation by the token of its link, and what has become of it; `null` when there is none. */
export async function findInvitation({
  payload,
  token,
  now,
}: {
  payload: Payload
  token: string
  now: Date
}) {
  const invitation = await payload.db.findOne<Invitation>({
    collection: 'invitations',
    where: { tokenHash: { equals: tokenHash(token) } },
  })
  return invitation && { invitation, state: invitationState({ ...invitation, now }) }
}
