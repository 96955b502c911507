import type { PayloadRequest } from 'payload'
import type { Role } from '../../access/hasRole'
import { mailDomainOf } from '../../domain/users/mailDomain'
import { tokenHash } from '../../lib/crypto/randomToken'
import { refusal } from '../../lib/refuse'
import type { AllowedDomain } from '../../payload-types'
import { isOpenInvitation } from './changeInvitation'
import { findInvitation } from './findInvitation'

/** Why someone may register, as what, and whether that proves already that the address is theirs. */
export type Admission = { role: Role; isAddressProven: boolean; invitationId: string | null }

/** Lets addresses of an allowed domain in. Whether an address has an account plays no part. */
export async function admitByDomain({
  req,
  email,
}: {
  req: PayloadRequest
  email: string
}): Promise<Admission> {
  const domain = mailDomainOf(email)
  const allowed = await req.payload.db.findOne<AllowedDomain>({
    collection: 'allowed-domains',
    where: { and: [{ domain: { equals: domain } }, { isActive: { equals: true } }] },
  })
  if (!allowed) throw refusal(req, 422, 'domainNotAllowed', { params: { domain }, extra: { field: 'email' } })
  return { role: allowed.role, isAddressProven: false, invitationId: null }
}

/**
 * Uses an invitation up: of two registrations at once one gets in. It is used up whether the address has an account or
 * not, or else it would tell one from the other.
 */
export async function admitByInvitation({
  req,
  email,
  token,
  now,
}: {
  req: PayloadRequest
  email: string
  token: string
  now: Date
}): Promise<Admission> {
  const found = await findInvitation({ payload: req.payload, token, now })
  const refuse = (code: keyof typeof refusals) =>
    refusal(req, 422, refusals[code], { extra: { field: 'invitation' } })
  if (!found) throw refuse('unknown')
  const { invitation, state } = found
  if (state !== 'active') throw refuse(state)
  if (invitation.email && invitation.email !== email)
    throw refusal(req, 422, 'invitationForOther', { extra: { field: 'email' } })
  const taken = await req.payload.db.updateOne({
    collection: 'invitations',
    where: { and: [{ tokenHash: { equals: tokenHash(token) } }, ...isOpenInvitation(now)] },
    data: { usedAt: now.toISOString() },
    options: { atomic: true },
  })
  if (!taken) throw refuse('used')
  return { role: invitation.role, isAddressProven: Boolean(invitation.email), invitationId: invitation.id }
}

/** Gives an invitation back that was used for a registration that failed. */
export async function giveBackInvitation({ req, id }: { req: PayloadRequest; id: string }): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'invitations',
    where: { and: [{ id: { equals: id } }, { usedBy: { exists: false } }] },
    data: { usedAt: null },
    options: { atomic: true },
  })
}

const refusals = {
  unknown: 'invitationUnknown',
  used: 'invitationUsed',
  revoked: 'invitationRevoked',
  expired: 'invitationExpired',
} as const
