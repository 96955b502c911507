import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'

/** The hashes of recovery codes, each good for one login in the place of a code. Internal. */
export const RecoveryCodes: CollectionConfig = {
  slug: 'recovery-codes',
  access: accessOf('recovery-codes'),
  admin: { hidden: hiddenFromPanel('recovery-codes') },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'hash', type: 'text', required: true },
    { name: 'isUsed', type: 'checkbox', required: true },
  ],
}
