import type { CollectionConfig } from 'payload'
import { accessOf, fieldAccessOf, hiddenFromPanel } from '../../access/accessOf'
import { roles } from '../../access/hasRole'
import { invitationEndpoints } from '../../endpoints/invitations/endpoints'
import { deriveInvitationState } from '../../hooks/deriveInvitationState'

/** Invitations, each good for one registration. Made, mailed and revoked by the endpoints; admins see them in a view. */
export const Invitations: CollectionConfig = {
  slug: 'invitations',
  labels: {
    singular: { de: 'Einladung', en: 'Invitation' },
    plural: { de: 'Einladungen', en: 'Invitations' },
  },
  access: accessOf('invitations'),
  admin: { hidden: hiddenFromPanel('invitations') },
  lockDocuments: false,
  defaultSort: '-createdAt',
  endpoints: invitationEndpoints,
  fields: [
    // Of the token that stands in the link.
    {
      name: 'tokenHash',
      type: 'text',
      required: true,
      unique: true,
      access: fieldAccessOf('invitations.tokenHash'),
    },
    {
      name: 'role',
      type: 'select',
      required: true,
      label: { de: 'Rolle', en: 'Role' },
      options: Object.entries(roles).map(([value, label]) => ({ value, label })),
    },
    // The only address that may use it; of anybody when empty.
    { name: 'email', type: 'text', label: { de: 'Nur für', en: 'Only for' } },
    { name: 'expiresAt', type: 'date', required: true, label: { de: 'Gültig bis', en: 'Good until' } },
    { name: 'usedAt', type: 'date' },
    { name: 'usedBy', type: 'relationship', relationTo: 'users' },
    {
      name: 'createdBy',
      type: 'relationship',
      relationTo: 'users',
      label: { de: 'Erstellt von', en: 'Created by' },
    },
    { name: 'revokedAt', type: 'date' },
    { name: 'state', type: 'text', virtual: true, hooks: { afterRead: [deriveInvitationState] } },
  ],
}
