import { z } from 'zod'
import { invitationStates } from '../../domain/users/invitationState'
import { pageOf, pagingQuery } from '../paging'

const role = z.enum(['admin', 'dak_mitarbeiter'])
const person = z.object({ id: z.string(), username: z.string() }).nullable()

/** An invitation as admins see it; times are ISO instants. */
export const invitationOut = z.object({
  id: z.string(),
  role,
  email: z.string().nullable(),
  state: z.enum(invitationStates),
  expiresAt: z.string(),
  createdAt: z.string(),
  createdBy: person,
  usedAt: z.string().nullable(),
  usedBy: person,
  revokedAt: z.string().nullable(),
})

/** `POST /api/invitations`: `email` binds it to an address, `mail` sends it there; seven days unless told. */
export const createInvitationIn = z.object({
  role,
  email: z.preprocess(
    (value) => (value === '' ? null : value),
    z.string().trim().toLowerCase().pipe(z.email()).nullish(),
  ),
  expiresAt: z.iso.datetime({ offset: true }).nullish(),
  mail: z.boolean().default(false),
})

/** `link` and `token` are shown this once; only a hash is stored. */
export const createInvitationOut = z.object({ doc: invitationOut, token: z.string(), link: z.string() })

/** `POST /api/invitations/:id/revoke` and `…/mail`. */
export const changedInvitationOut = z.object({ doc: invitationOut })

export type InvitationOut = z.infer<typeof invitationOut>
export type CreateInvitationOut = z.infer<typeof createInvitationOut>
export type ChangedInvitationOut = z.infer<typeof changedInvitationOut>

/** `GET /api/invitations/list`: a page of them, the latest first. */
export const listInvitationsIn = pagingQuery({ usual: 20, most: 100 })
export const listInvitationsOut = pageOf(invitationOut)
export type ListInvitationsOut = z.infer<typeof listInvitationsOut>
