import type { PaginatedDocs, PayloadRequest, Where } from 'payload'
import type { Notification } from '../../payload-types'

/** A page of one's own notifications, the latest first, and how many of all are unread. */
export async function listNotifications({
  req,
  query: { page, limit },
  where = {},
}: {
  req: PayloadRequest
  query: { page: number; limit: number }
  where?: Where
}): Promise<PaginatedDocs<Notification> & { unread: number }> {
  const asked = { collection: 'notifications', overrideAccess: false, req } as const
  const found = await req.payload.find({
    ...asked,
    where,
    sort: ['-createdAt', '-id'],
    page,
    limit,
    depth: 0,
  })
  const { totalDocs } = await req.payload.count({ ...asked, where: { readAt: { exists: false } } })
  return { ...found, unread: totalDocs }
}
