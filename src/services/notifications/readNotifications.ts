import type { PayloadRequest, Where } from 'payload'
import { refusal } from '../../lib/refuse'
import type { Notification } from '../../payload-types'

/** Marks one of one's own notifications read, as of the first time; any other is not found. */
export async function readNotification({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<Notification> {
  const asked = { collection: 'notifications', id, depth: 0, overrideAccess: false, req } as const
  const found = await req.payload.findByID({ ...asked, disableErrors: true })
  if (!found) throw refusal(req, 404, 'notFound')
  if (found.readAt) return found
  await req.payload.db.updateOne({
    collection: 'notifications',
    id,
    data: { readAt: new Date().toISOString() },
    returning: false,
    req,
  })
  return req.payload.findByID(asked)
}

/** Marks all of one's own notifications read; answers how many were not. */
export async function readAllNotifications({
  req,
  recipient,
}: {
  req: PayloadRequest
  recipient: string
}): Promise<number> {
  const where: Where = { and: [{ recipient: { equals: recipient } }, { readAt: { exists: false } }] }
  const { totalDocs } = await req.payload.db.count({ collection: 'notifications', where, req })
  const data = { readAt: new Date().toISOString() }
  await req.payload.db.updateMany({ collection: 'notifications', where, data, returning: false, req })
  return totalDocs
}
