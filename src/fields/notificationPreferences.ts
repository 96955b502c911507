import type { Field } from 'payload'
import { notificationTypeNames, notificationTypes } from '../domain/notifications/notificationTypes'

/** What someone sets for themselves: the language of their mails, and which they want. */
export const notificationPreferences: Field[] = [
  {
    name: 'language',
    type: 'select',
    defaultValue: 'de',
    label: { de: 'Sprache der E-Mails', en: 'Language of mails' },
    options: [
      { value: 'de', label: { de: 'Deutsch', en: 'German' } },
      { value: 'en', label: { de: 'Englisch', en: 'English' } },
    ],
  },
  {
    name: 'mailOf',
    type: 'group',
    label: { de: 'E-Mail bei', en: 'Mail about' },
    // Columns, not a list: a login writes the whole account.
    fields: notificationTypeNames.map((name) => {
      const { de, en } = notificationTypes[name]
      return { name, type: 'checkbox', defaultValue: true, label: { de, en } }
    }),
  },
]
