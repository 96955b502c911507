import type { Where } from 'payload'
import { z } from 'zod'
import { notificationPath } from '../../domain/notifications/notificationPath'
import type { Figures } from '../../domain/notifications/notificationTypes'
import { relatedOf } from '../../domain/notifications/relatedOf'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { refusal } from '../../lib/refuse'
import type { Notification } from '../../payload-types'
import { listNotifications } from '../../services/notifications/listNotifications'
import { readAllNotifications, readNotification } from '../../services/notifications/readNotifications'
import {
  type NotificationOut,
  notificationOut,
  notificationsOut,
  notificationsQuery,
  readAllOut,
} from './contract'

/** Under `/api/notifications`, before Payload's own list there: one's own notifications, and marking them read. */
export const notificationEndpoints = [
  defineEndpoint({
    door: 'GET /api/notifications',
    title: { de: 'Eigene Benachrichtigungen', en: 'One’s own notifications' },
    query: notificationsQuery,
    output: notificationsOut,
    handle: async ({ req, query }) => {
      const found = await listNotifications({ req, query, where: req.query?.where as Where | undefined })
      return {
        ...found,
        docs: found.docs.map(notificationOutOf),
        page: found.page ?? query.page,
        prevPage: found.prevPage ?? null,
        nextPage: found.nextPage ?? null,
      }
    },
  }),
  defineEndpoint({
    door: 'PUT /api/notifications/read-all',
    title: { de: 'Alle Benachrichtigungen als gelesen merken', en: 'Mark all notifications read' },
    output: readAllOut,
    handle: async ({ req }) => {
      if (!req.user) throw refusal(req, 401, 'unauthenticated')
      return {
        updated: await readAllNotifications({ req, recipient: String(req.user.id) }),
        unread: 0 as const,
      }
    },
  }),
  defineEndpoint({
    door: 'PUT /api/notifications/:id/read',
    title: { de: 'Eine Benachrichtigung als gelesen merken', en: 'Mark a notification read' },
    refuses: { 404: ['notFound'] },
    params: z.object({ id: z.string() }),
    output: notificationOut,
    handle: async ({ req, params }) => notificationOutOf(await readNotification({ req, id: params.id })),
  }),
]

function notificationOutOf(found: Notification): NotificationOut {
  const { type, recipient } = found
  const figures = found.figures as Figures
  const related = relatedOf(found)
  return {
    ...found,
    title: found.title ?? '',
    message: found.message ?? '',
    path: notificationPath({ type, figures, related }),
    related,
    recipient: typeof recipient === 'object' ? recipient.id : recipient,
    readAt: found.readAt ?? null,
    emailSentAt: found.emailSentAt ?? null,
  }
}
