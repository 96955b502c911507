import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'

/** The second factors: the sealed TOTP secret of an account and the last step of it that was used. Internal. */
export const MfaSecrets: CollectionConfig = {
  slug: 'mfa-secrets',
  access: accessOf('mfa-secrets'),
  admin: { hidden: hiddenFromPanel('mfa-secrets') },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', required: true, unique: true },
    { name: 'secret', type: 'text', required: true },
    { name: 'isEnabled', type: 'checkbox', required: true },
    { name: 'lastStep', type: 'number', required: true },
  ],
}
