import { z } from 'zod'
import { defineEndpoint } from '../../lib/defineEndpoint'
import type { Invitation, User } from '../../payload-types'
import { latestPage } from '../../services/latestPage'
import { resendInvitation, revokeInvitation } from '../../services/registration/changeInvitation'
import { createInvitation } from '../../services/registration/createInvitation'
import {
  changedInvitationOut,
  createInvitationIn,
  createInvitationOut,
  type InvitationOut,
  listInvitationsIn,
  listInvitationsOut,
} from './contract'

const params = z.object({ id: z.string() })

/** Under `/api/invitations`, in the place of Payload's way to create one: an invitation begins with a token. */
export const invitationEndpoints = [
  defineEndpoint({
    door: 'POST /api/invitations',
    title: { de: 'Jemanden einladen', en: 'Invite somebody' },
    refuses: { 422: ['invitationExpiry', 'invitationWithoutAddress'] },
    body: createInvitationIn,
    output: createInvitationOut,
    status: 201,
    handle: async ({ req, body: { role, mail, ...body } }) => {
      const email = body.email ?? null
      const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null
      const made = await createInvitation({ req, role, email, expiresAt, mail, now: new Date() })
      return { doc: publicInvitation(made.invitation), token: made.token, link: made.link }
    },
  }),
  defineEndpoint({
    door: 'GET /api/invitations/list',
    title: { de: 'Einladungen, die neuesten zuerst', en: 'Invitations, the latest first' },
    query: listInvitationsIn,
    output: listInvitationsOut,
    handle: async ({ req, query }) => {
      const { docs, ...page } = await latestPage({ req, collection: 'invitations', query })
      return { ...page, docs: docs.map(publicInvitation) }
    },
  }),
  defineEndpoint({
    door: 'POST /api/invitations/:id/revoke',
    title: { de: 'Eine Einladung zurückziehen', en: 'Revoke an invitation' },
    refuses: { 404: ['notFound'], 409: ['invitationNotOpen'] },
    params,
    output: changedInvitationOut,
    handle: async ({ req, params: { id } }) => ({
      doc: publicInvitation(await revokeInvitation({ req, id, now: new Date() })),
    }),
  }),
  defineEndpoint({
    door: 'POST /api/invitations/:id/mail',
    title: { de: 'Eine Einladung mit neuem Link verschicken', en: 'Mail an invitation with a new link' },
    refuses: { 404: ['notFound'], 409: ['invitationNotOpen'], 422: ['invitationWithoutAddress'] },
    params,
    output: changedInvitationOut,
    handle: async ({ req, params: { id } }) => ({
      doc: publicInvitation(await resendInvitation({ req, id, now: new Date() })),
    }),
  }),
]

function publicInvitation(invitation: Invitation): InvitationOut {
  const { id, role, expiresAt, createdAt } = invitation
  return {
    id,
    role,
    expiresAt,
    createdAt,
    email: invitation.email ?? null,
    state: invitation.state as InvitationOut['state'],
    createdBy: publicPerson(invitation.createdBy),
    usedAt: invitation.usedAt ?? null,
    usedBy: publicPerson(invitation.usedBy),
    revokedAt: invitation.revokedAt ?? null,
  }
}

/** One whose account is gone has no name any more. */
function publicPerson(person: string | User | null | undefined) {
  return person && typeof person === 'object' ? { id: person.id, username: person.username } : null
}
