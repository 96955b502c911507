import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'

/** The hashes of refresh tokens; those of one session are a family, of which one at most is unused. Internal. */
export const RefreshTokens: CollectionConfig = {
  slug: 'refresh-tokens',
  access: accessOf('refresh-tokens'),
  admin: { hidden: hiddenFromPanel('refresh-tokens') },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'session', type: 'text', required: true, index: true },
    { name: 'hash', type: 'text', required: true, unique: true },
    { name: 'isUsed', type: 'checkbox', required: true },
    { name: 'expiresAt', type: 'date', required: true },
  ],
}
