import { z } from 'zod'
import { type NotificationType, notificationTypeNames } from '../../domain/notifications/notificationTypes'
import { pageOf, pagingQuery } from '../paging'

export const notificationsQuery = pagingQuery({ usual: 10, most: 100 })

/** One of one's own notifications; `path` is where it leads, below the panel's address. Times are ISO instants. */
const notification = z.object({
  id: z.string(),
  type: z.enum(notificationTypeNames as [NotificationType, ...NotificationType[]]),
  title: z.string(),
  message: z.string(),
  path: z.string(),
  related: z.object({ collection: z.string(), id: z.string() }).nullable(),
  recipient: z.string(),
  readAt: z.string().nullable(),
  emailSentAt: z.string().nullable(),
  createdAt: z.string(),
})

/** `GET /api/notifications`: the latest first, as Payload's lists are, and how many are unread altogether. */
export const notificationsOut = pageOf(notification).extend({
  pagingCounter: z.number(),
  hasPrevPage: z.boolean(),
  hasNextPage: z.boolean(),
  prevPage: z.number().nullable(),
  nextPage: z.number().nullable(),
  unread: z.number(),
})

/** `PUT /api/notifications/:id/read`. */
export const notificationOut = notification

/** `PUT /api/notifications/read-all`. */
export const readAllOut = z.object({ updated: z.number(), unread: z.literal(0) })

export type NotificationOut = z.infer<typeof notification>
export type NotificationsOut = z.infer<typeof notificationsOut>
