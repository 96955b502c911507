import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'

/**
 * What seals the audit log: blocks of entries with their numbers and hashes, one after the other. A number is the first of
 * one block only, so that of two who seal at once one does. Internal: see docs/decisions/029.
 */
export const AuditSeals: CollectionConfig = {
  slug: 'audit-seals',
  access: accessOf('audit-seals'),
  admin: { hidden: hiddenFromPanel('audit-seals') },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'first', type: 'number', required: true, unique: true },
    { name: 'last', type: 'number', required: true },
    { name: 'entries', type: 'json', required: true },
    { name: 'hash', type: 'text', required: true },
    { name: 'mark', type: 'text', required: true },
    { name: 'sealedAt', type: 'date', required: true },
  ],
}
