import { randomUUID } from 'node:crypto'
import type { Payload, Where } from 'payload'
import { type Announcement, gatherEvents, type StoredEvent } from '../../domain/notifications/gatherEvents'
import type { Figures } from '../../domain/notifications/notificationTypes'
import { relatedOf } from '../../domain/notifications/relatedOf'
import { withLock } from '../../lib/keyedLock'
import { givingSigns, silentSince } from '../../lib/signsOfLife'
import type { NotificationEvent as EventDocument } from '../../payload-types'
import { storeOf } from '../../store/storeOf'
import { announce } from './announce'

/**
 * Tells what happened and has not been told: notifications and mails. Of several processes each tells its own; what one
 * leaves undone another tells, to nobody twice.
 */
export async function tellEvents({ payload }: { payload: Payload }): Promise<void> {
  await withLock('notifications', async () => {
    await claimEvents({ payload, now: new Date() })
  })
}

async function claimEvents({ payload, now }: { payload: Payload; now: Date }): Promise<void> {
  const batch = randomUUID()
  await claim({ payload, batch, now, where: { type: { not_equals: 'icd_entered' } } })
  if (await areEnteredDue({ payload, now })) {
    await claim({ payload, batch, now, where: { type: { equals: 'icd_entered' } } })
  }
  await tellBatch({ payload, batch })
  for (const abandoned of await abandonedBatches({ payload, now }))
    await tellBatch({ payload, batch: abandoned })
}

/** Entered ICDs are told once the first has waited for the others. */
async function areEnteredDue({ payload, now }: { payload: Payload; now: Date }): Promise<boolean> {
  const { notifications } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const since = new Date(now.getTime() - notifications.gatherMinutes * 60_000).toISOString()
  const first = await payload.db.findOne({
    collection: 'notification-events',
    where: {
      and: [
        { type: { equals: 'icd_entered' } },
        { batch: { exists: false } },
        { at: { less_than_equal: since } },
      ],
    },
  })
  return first !== null
}

async function claim({
  payload,
  batch,
  now,
  where,
}: {
  payload: Payload
  batch: string
  now: Date
  where: Where
}): Promise<void> {
  await payload.db.updateMany({
    collection: 'notification-events',
    where: { and: [where, { batch: { exists: false } }] },
    data: { batch, claimedAt: now.toISOString() },
    returning: false,
  })
}

async function abandonedBatches({ payload, now }: { payload: Payload; now: Date }): Promise<string[]> {
  const { docs } = await payload.db.find<EventDocument>({
    collection: 'notification-events',
    where: { claimedAt: { less_than_equal: silentSince(now) } },
    pagination: false,
  })
  return [...new Set(docs.flatMap(({ batch }) => batch ?? []))]
}

/** The batch stays theirs who tell it, however many there are to be told. */
async function tellBatch({ payload, batch }: { payload: Payload; batch: string }): Promise<void> {
  const where: Where = { batch: { equals: batch } }
  const sign = () => {
    const data = { claimedAt: new Date().toISOString() }
    return payload.db.updateMany({
      collection: 'notification-events',
      where,
      data,
      returning: false,
    })
  }
  const onFailure = (err: unknown) =>
    payload.logger.warn({ err, msg: 'Events being told could not be held on to.' })
  const { docs } = await payload.db.find<EventDocument>({
    collection: 'notification-events',
    where,
    sort: ['at', 'id'],
    pagination: false,
  })
  if (docs.length === 0) return
  await sign()
  await givingSigns({ sign, onFailure, work: () => tellAll({ payload, events: docs.map(eventOf) }) })
  await payload.db.deleteMany({ collection: 'notification-events', where })
}

async function tellAll({ payload, events }: { payload: Payload; events: StoredEvent[] }): Promise<void> {
  for (const announcement of gatherEvents(events)) {
    const current = await withOpenCases({ payload, announcement })
    if (current) await announce({ payload, announcement: current })
  }
}

/** What is told of coding says how much is open by now; that the queue is empty is told only if it is. */
async function withOpenCases({
  payload,
  announcement,
}: {
  payload: Payload
  announcement: Announcement
}): Promise<Announcement | null> {
  if (announcement.type !== 'coding_completed') return announcement
  const { pendingCoding } = await storeOf(payload).pendingCounts()
  if (announcement.needsEmptyQueue && pendingCoding > 0) return null
  return { ...announcement, figures: { ...announcement.figures, offen: pendingCoding } }
}

function eventOf(stored: EventDocument): StoredEvent {
  const { id, type, figures, needsEmptyQueue, at } = stored
  return {
    id: String(id),
    type,
    figures: figures as Figures,
    related: relatedOf(stored),
    needsEmptyQueue: needsEmptyQueue === true,
    at,
  }
}
