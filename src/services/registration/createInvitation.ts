import type { PayloadRequest } from 'payload'
import type { Role } from '../../access/hasRole'
import { invitationSeconds } from '../../domain/users/lifetimes'
import { newToken, tokenHash } from '../../lib/crypto/randomToken'
import { refusal } from '../../lib/refuse'
import type { Invitation } from '../../payload-types'
import { recordAudit } from '../recordAudit'
import { invitationLink } from './invitationLink'
import { mailInvitation } from './mailInvitation'

/** A new invitation, and its link, which nobody can read later. `mail`: it is sent to the address it is bound to. */
export async function createInvitation({
  req,
  role,
  email,
  expiresAt,
  mail,
  now,
}: {
  req: PayloadRequest
  role: Role
  email: string | null
  expiresAt: Date | null
  mail: boolean
  now: Date
}): Promise<{ invitation: Invitation; token: string; link: string }> {
  const end = expiresAt ?? new Date(now.getTime() + invitationSeconds.usual * 1000)
  const seconds = (end.getTime() - now.getTime()) / 1000
  if (seconds <= 0 || seconds > invitationSeconds.longest)
    throw refusal(req, 422, 'invitationExpiry', { extra: { field: 'expiresAt' } })
  if (mail && !email) throw refusal(req, 422, 'invitationWithoutAddress', { extra: { field: 'email' } })
  const token = newToken()
  const data = {
    tokenHash: tokenHash(token),
    role,
    email,
    expiresAt: end.toISOString(),
    createdBy: req.user?.id ?? null,
  }
  const { id } = await req.payload.db.create({ collection: 'invitations', data, req })
  const link = invitationLink({ payload: req.payload, token })
  if (mail && email) await mailInvitation({ req, email, expiresAt: end, link })
  const changes = [
    { field: 'role', old: null, new: role },
    { field: 'email', old: null, new: email },
    { field: 'expiresAt', old: null, new: data.expiresAt },
    { field: 'createdBy', old: null, new: data.createdBy },
  ]
  const entityId = String(id)
  await recordAudit({ req, event: { action: 'create', entityType: 'invitations', entityId, changes } })
  return { invitation: await loadInvitation({ req, id: entityId }), token, link }
}

/** An invitation as admins see it. */
export function loadInvitation({ req, id }: { req: PayloadRequest; id: string }): Promise<Invitation> {
  return req.payload.findByID({ collection: 'invitations', id, depth: 1, overrideAccess: false, req })
}
