import type { CollectionConfig, Field } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { notificationTypeNames, notificationTypes } from '../../domain/notifications/notificationTypes'
import { notificationEndpoints } from '../../endpoints/notifications/endpoints'
import { ruledField } from '../../fields/ruledField'
import { deriveNotificationText } from '../../hooks/deriveNotificationText'

const derived = (name: string): Field => ({
  name,
  type: 'text',
  virtual: true,
  hooks: { afterRead: [deriveNotificationText] },
})

/** What the portal tells people, each their own. Title and message are said of the figures in the reader's language. */
export const Notifications: CollectionConfig = {
  slug: 'notifications',
  labels: {
    singular: { de: 'Benachrichtigung', en: 'Notification' },
    plural: { de: 'Benachrichtigungen', en: 'Notifications' },
  },
  access: accessOf('notifications'),
  admin: { hidden: hiddenFromPanel('notifications') },
  defaultSort: '-createdAt',
  lockDocuments: false,
  endpoints: notificationEndpoints,
  fields: [
    { name: 'recipient', type: 'relationship', relationTo: 'users', required: true },
    {
      name: 'type',
      type: 'select',
      required: true,
      options: notificationTypeNames.map((value) => {
        const { de, en } = notificationTypes[value]
        return { value, label: { de, en } }
      }),
    },
    derived('title'),
    derived('message'),
    { name: 'figures', type: 'json', required: true },
    { name: 'relatedCollection', type: 'text' },
    { name: 'relatedId', type: 'text' },
    { name: 'readAt', type: 'date' },
    { name: 'emailSentAt', type: 'date' },
    // Event and recipient: nobody is told twice, however often the telling is tried.
    { name: 'key', type: 'text', required: true, unique: true, ...ruledField('notifications.key') },
  ],
  indexes: [{ fields: ['recipient', 'createdAt'] }, { fields: ['recipient', 'readAt'] }],
}
