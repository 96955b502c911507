import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { erasureReasonLabels, erasureReasons, erasureStatuses } from '../../domain/erasure/erasureState'
import { erasureEndpoints } from '../../endpoints/erasures/endpoints'
import { ruledField } from '../../fields/ruledField'

/** What was erased, when and for whom it was asked; of the erased person it holds nothing. Only the portal writes it. */
export const Erasures: CollectionConfig = {
  slug: 'erasures',
  labels: { singular: { de: 'Löschung', en: 'Erasure' }, plural: { de: 'Löschungen', en: 'Erasures' } },
  access: accessOf('erasures'),
  admin: { hidden: hiddenFromPanel('erasures') },
  endpoints: erasureEndpoints,
  fields: [
    {
      name: 'reason',
      type: 'select',
      required: true,
      options: erasureReasons.map((value) => ({ value, label: erasureReasonLabels[value] })),
      label: { de: 'Anlass', en: 'Reason' },
    },
    { name: 'reference', type: 'text', maxLength: 200, label: { de: 'Aktenzeichen', en: 'Reference' } },
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      options: [...erasureStatuses],
      label: { de: 'Status', en: 'Status' },
    },
    { name: 'by', type: 'relationship', relationTo: 'users', label: { de: 'Von', en: 'By' } },
    // Whom it is about, as long as it is under way.
    { name: 'target', type: 'json', ...ruledField('erasures.target'), admin: { hidden: true } },
    // Of the cases that were erased, for repeating it on an earlier backup.
    { name: 'caseIds', type: 'json', label: { de: 'Kennungen der Fälle', en: 'Ids of the cases' } },
    { name: 'cases', type: 'number', required: true, defaultValue: 0, label: { de: 'Fälle', en: 'Cases' } },
    {
      name: 'icdCodes',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: { de: 'ICD-Codes', en: 'ICD codes' },
    },
    {
      name: 'importRows',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: { de: 'Importzeilen', en: 'Rows of imports' },
    },
    {
      name: 'auditEntries',
      type: 'number',
      required: true,
      defaultValue: 0,
      label: { de: 'Protokolleinträge', en: 'Audit entries' },
    },
    { name: 'finishedAt', type: 'date', label: { de: 'Erledigt am', en: 'Finished at' } },
  ],
}
