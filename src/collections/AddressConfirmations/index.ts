import type { CollectionConfig } from 'payload'
import { accessOf } from '../../access/accessOf'

/** The mailed tokens with which those who registered confirm their address, as hashes. Internal. */
export const AddressConfirmations: CollectionConfig = {
  slug: 'address-confirmations',
  access: accessOf('address-confirmations'),
  admin: { hidden: true },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'hash', type: 'text', required: true, unique: true },
    { name: 'isUsed', type: 'checkbox', required: true },
    { name: 'expiresAt', type: 'date', required: true },
  ],
}
