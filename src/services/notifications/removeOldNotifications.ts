import type { Payload } from 'payload'

const dayMs = 24 * 60 * 60 * 1000

/** Removes notifications, read or not, that are older than the settings keep them. */
export async function removeOldNotifications({
  payload,
  now,
}: {
  payload: Payload
  now: Date
}): Promise<void> {
  const { notifications } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const before = new Date(now.getTime() - notifications.keepDays * dayMs).toISOString()
  await payload.db.deleteMany({ collection: 'notifications', where: { createdAt: { less_than: before } } })
}
