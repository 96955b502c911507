import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'

/**
 * The running sessions, one row each: where from, since when, and of which epoch of their account. Not the array that
 * Payload keeps on the account, for that is written with the whole account at each login (docs/decisions/018). Internal.
 */
export const Sessions: CollectionConfig = {
  slug: 'sessions',
  access: accessOf('sessions'),
  admin: { hidden: hiddenFromPanel('sessions') },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'kind', type: 'text', required: true },
    // Empty until something ended all sessions of the account.
    { name: 'epoch', type: 'text' },
    { name: 'ip', type: 'text' },
    { name: 'userAgent', type: 'text' },
    { name: 'startedAt', type: 'date', required: true },
    { name: 'lastSeenAt', type: 'date', required: true },
    { name: 'expiresAt', type: 'date', required: true },
  ],
}
