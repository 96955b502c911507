import type { PayloadRequest } from 'payload'
import type { NotificationEvent } from '../../domain/notifications/notificationTypes'
import type { DocumentWrite } from '../../store/documentWrites'

type Raised = Omit<NotificationEvent, 'at'>

/** Notes something to be told, in the transaction of the request; entered ICDs wait to be told together. */
export async function raiseEvent({ req, event }: { req: PayloadRequest; event: Raised }): Promise<void> {
  await req.payload.db.create({ collection: 'notification-events', data: storedEvent(event), req })
  if (event.type !== 'icd_entered') await queueTelling(req)
}

/** The same for what is stored together with others; the telling is theirs to queue. */
export function eventWrite(event: Raised): DocumentWrite {
  return { create: 'notification-events', values: storedEvent(event) }
}

function storedEvent({ related, ...event }: Raised) {
  return {
    ...event,
    relatedCollection: related?.collection ?? null,
    relatedId: related?.id ?? null,
    at: new Date().toISOString(),
  }
}

/** Tells of a batch of codings, as a whole. */
export async function raiseBatchCoded({
  req,
  updated,
}: {
  req: PayloadRequest
  updated: number
}): Promise<void> {
  if (updated === 0) return
  await raiseEvent({ req, event: { type: 'coding_completed', figures: { anzahl: updated }, related: null } })
}

/** Has what happened told soon; were this lost, the schedule of the job would do it. */
export async function queueTelling(req: PayloadRequest): Promise<void> {
  await req.payload.jobs.queue({ task: 'notify', queue: 'default', input: {}, req })
}
