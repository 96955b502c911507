import type { CollectionConfig } from 'payload'
import { nobody } from '../../access/rules'

/** The hashes of recovery codes, each good for one login in the place of a code. Internal. */
export const RecoveryCodes: CollectionConfig = {
  slug: 'recovery-codes',
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'hash', type: 'text', required: true },
    { name: 'isUsed', type: 'checkbox', required: true },
  ],
}
