import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'

/** The codes of the cases, one row a code; written from `cases.icd` alone, so counting needs no parsing. */
export const IcdCodes: CollectionConfig = {
  slug: 'icd-codes',
  labels: { singular: { de: 'ICD-Code', en: 'ICD code' }, plural: { de: 'ICD-Codes', en: 'ICD codes' } },
  access: accessOf('icd-codes'),
  admin: {
    hidden: hiddenFromPanel('icd-codes'),
    useAsTitle: 'code',
    defaultColumns: ['code', 'hauptgruppe', 'case'],
  },
  timestamps: false,
  fields: [
    {
      name: 'case',
      type: 'relationship',
      relationTo: 'cases',
      required: true,
      index: true,
      label: { de: 'Fall', en: 'Case' },
    },
    { name: 'code', type: 'text', required: true, index: true, label: { de: 'Code', en: 'Code' } },
    {
      name: 'hauptgruppe',
      type: 'text',
      required: true,
      index: true,
      label: { de: 'Hauptgruppe', en: 'Main group' },
    },
  ],
}
