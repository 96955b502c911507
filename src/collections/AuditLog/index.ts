import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { actionLabels } from '../../domain/audit/auditLabels'
import { auditLogEndpoints } from '../../endpoints/auditLog/endpoints'
import { jsonText } from '../../fields/jsonText'
import { forbidAuditChange, forbidAuditDeletion } from '../../hooks/forbidAuditChange'

/** Who did what, when. Written by the portal itself; nobody can change or delete an entry, over any API. */
export const AuditLog: CollectionConfig = {
  slug: 'audit-log',
  labels: {
    singular: { de: 'Protokolleintrag', en: 'Audit entry' },
    plural: { de: 'Protokoll', en: 'Audit log' },
  },
  access: accessOf('audit-log'),
  admin: {
    useAsTitle: 'entityId',
    defaultColumns: ['at', 'user', 'action', 'entityType', 'entityId'],
    hidden: hiddenFromPanel('audit-log'),
  },
  defaultSort: '-at',
  endpoints: auditLogEndpoints,
  timestamps: false,
  fields: [
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: { de: 'Zeitpunkt', en: 'Time' },
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    // An id and no relationship: the embedded database would empty it when the account is deleted.
    { name: 'user', type: 'text', label: { de: 'Benutzer', en: 'User' } },
    {
      name: 'action',
      type: 'select',
      required: true,
      options: Object.entries(actionLabels).map(([value, label]) => ({ value, label })),
      label: { de: 'Aktion', en: 'Action' },
    },
    { name: 'entityType', type: 'text', required: true, label: { de: 'Was', en: 'Entity' } },
    { name: 'entityId', type: 'text', required: true, label: { de: 'Kennung', en: 'Id' } },
    jsonText({ name: 'changes', label: { de: 'Änderungen', en: 'Changes' } }),
    { name: 'ip', type: 'text', label: { de: 'Adresse', en: 'Address' } },
    { name: 'userAgent', type: 'text', label: { de: 'Browser', en: 'Browser' } },
    // The number of the first entry of the seal it is in; empty until it is sealed.
    { name: 'seal', type: 'number', index: true, label: { de: 'Siegel', en: 'Seal' } },
  ],
  hooks: { beforeChange: [forbidAuditChange], beforeDelete: [forbidAuditDeletion] },
  // Each filter of the list is read from its end, however many entries there are.
  indexes: [
    { fields: ['user', 'at'] },
    { fields: ['action', 'at'] },
    { fields: ['entityType', 'at'] },
    { fields: ['entityId', 'at'] },
  ],
}
