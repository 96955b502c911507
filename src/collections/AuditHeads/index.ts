import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'

/** How far the audit log is sealed, in one row, apart from the seals: whoever cuts those off leaves it behind. Internal. */
export const AuditHeads: CollectionConfig = {
  slug: 'audit-heads',
  access: accessOf('audit-heads'),
  admin: { hidden: hiddenFromPanel('audit-heads') },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    // There is one only.
    { name: 'name', type: 'text', required: true, unique: true },
    { name: 'number', type: 'number', required: true },
    { name: 'hash', type: 'text', required: true },
    { name: 'mark', type: 'text', required: true },
    { name: 'sealedAt', type: 'date', required: true },
  ],
}
