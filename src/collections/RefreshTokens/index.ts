import type { CollectionConfig } from 'payload'
import { nobody } from '../../access/rules'

/** The hashes of refresh tokens; those of one session are a family, of which one at most is unused. Internal. */
export const RefreshTokens: CollectionConfig = {
  slug: 'refresh-tokens',
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
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
