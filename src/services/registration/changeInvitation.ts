import type { PayloadRequest, Where } from 'payload'
import { newToken, tokenHash } from '../../lib/crypto/randomToken'
import { refusal } from '../../lib/refuse'
import type { Invitation } from '../../payload-types'
import { recordAudit } from '../recordAudit'
import { loadInvitation } from './createInvitation'
import { invitationLink } from './invitationLink'
import { mailInvitation } from './mailInvitation'

/** The conditions under which an invitation lets someone in. */
export function isOpenInvitation(now: Date): Where[] {
  return [
    { usedAt: { exists: false } },
    { revokedAt: { exists: false } },
    { expiresAt: { greater_than: now.toISOString() } },
  ]
}

/** Takes an invitation back that nobody used yet. */
export async function revokeInvitation({
  req,
  id,
  now,
}: {
  req: PayloadRequest
  id: string
  now: Date
}): Promise<Invitation> {
  const revokedAt = now.toISOString()
  await changeOpen({ req, id, now, data: { revokedAt } })
  await recordChange({ req, id, action: 'revokeInvitation' })
  return loadInvitation({ req, id })
}

/** Mails an invitation once more, with a new link in the place of the earlier one, of which only a hash is left. */
export async function resendInvitation({
  req,
  id,
  now,
}: {
  req: PayloadRequest
  id: string
  now: Date
}): Promise<Invitation> {
  const { email, expiresAt } = await loadInvitation({ req, id })
  if (!email) throw refusal(req, 422, 'invitationWithoutAddress', { extra: { field: 'email' } })
  const token = newToken()
  await changeOpen({ req, id, now, data: { tokenHash: tokenHash(token) } })
  const link = invitationLink({ payload: req.payload, token })
  await mailInvitation({ req, email, expiresAt: new Date(expiresAt), link })
  await recordChange({ req, id, action: 'mailInvitation' })
  return loadInvitation({ req, id })
}

/** Changes an invitation as long as it lets someone in; any other is a `409`. */
async function changeOpen({
  req,
  id,
  now,
  data,
}: {
  req: PayloadRequest
  id: string
  now: Date
  data: Partial<Invitation>
}): Promise<void> {
  await loadInvitation({ req, id })
  const changed = await req.payload.db.updateOne({
    collection: 'invitations',
    where: { and: [{ id: { equals: id } }, ...isOpenInvitation(now)] },
    data,
    options: { atomic: true },
  })
  if (!changed) throw refusal(req, 409, 'invitationNotOpen')
}

function recordChange({
  req,
  id,
  action,
}: {
  req: PayloadRequest
  id: string
  action: 'revokeInvitation' | 'mailInvitation'
}) {
  return recordAudit({ req, event: { action, entityType: 'invitations', entityId: id, details: {} } })
}
