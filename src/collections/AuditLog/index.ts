import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { auditActionLabels } from '../../domain/audit/auditActionLabels'
import { auditActions } from '../../domain/audit/auditEntry'
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
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      label: { de: 'Benutzer', en: 'User' },
    },
    {
      name: 'action',
      type: 'select',
      required: true,
      options: auditActions.map((value) => ({ value, label: auditActionLabels[value] })),
      label: { de: 'Aktion', en: 'Action' },
    },
    { name: 'entityType', type: 'text', required: true, label: { de: 'Was', en: 'Entity' } },
    { name: 'entityId', type: 'text', required: true, index: true, label: { de: 'Kennung', en: 'Id' } },
    jsonText({ name: 'changes', label: { de: 'Änderungen', en: 'Changes' } }),
    { name: 'ip', type: 'text', label: { de: 'Adresse', en: 'Address' } },
    { name: 'userAgent', type: 'text', label: { de: 'Browser', en: 'Browser' } },
  ],
  hooks: { beforeChange: [forbidAuditChange], beforeDelete: [forbidAuditDeletion] },
}
