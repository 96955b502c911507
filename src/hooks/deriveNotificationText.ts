import type { FieldHook } from 'payload'
import { notificationText } from '../domain/notifications/notificationText'
import { languageOf } from '../lib/language'
import type { Notification } from '../payload-types'

/** Title and message of a notification, in the language of whoever reads it. */
export const deriveNotificationText: FieldHook<Notification> = ({ data, field, req }) => {
  const { type, figures } = data ?? {}
  if (!type || !figures) return undefined
  const words = notificationText({
    type,
    figures: figures as Record<string, number>,
    language: languageOf(req),
  })
  return 'name' in field && field.name === 'title' ? words.title : words.message
}
