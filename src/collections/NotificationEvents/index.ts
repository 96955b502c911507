import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { notificationTypeNames } from '../../domain/notifications/notificationTypes'

/**
 * What happened and is still to be told, written with what happened in one transaction; telling it removes it. Internal:
 * see docs/decisions/022.
 */
export const NotificationEvents: CollectionConfig = {
  slug: 'notification-events',
  access: accessOf('notification-events'),
  admin: { hidden: hiddenFromPanel('notification-events') },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'type', type: 'select', required: true, options: notificationTypeNames },
    { name: 'figures', type: 'json', required: true },
    { name: 'relatedCollection', type: 'text' },
    { name: 'relatedId', type: 'text' },
    { name: 'needsEmptyQueue', type: 'checkbox' },
    { name: 'at', type: 'date', required: true, index: true },
    // Who is telling it, since when.
    { name: 'batch', type: 'text' },
    { name: 'claimedAt', type: 'date' },
  ],
}
