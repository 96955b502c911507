import type { Payload, Where } from 'payload'
import { readMailFailure } from '../../domain/mails/mailFailure'
import { nextTryAt } from '../../domain/mails/mailTries'
import type { Mail } from '../../payload-types'
import { openContent } from './mailContent'
import { queueSending } from './queueEmail'

/** How long a mail belongs to whoever took it; longer than a transport waits for its server. */
const leaseMs = 3 * 60_000

/**
 * Sends a stored mail and forgets it, or has it tried again later; after the last try it stays, as `failed`. Run again it
 * does nothing; of two at once one sends. A process that ends between the server's yes and the forgetting lets it be sent
 * a second time, under the same Message-ID.
 */
export async function sendMail({ payload, mailId }: { payload: Payload; mailId: string }): Promise<void> {
  const mail = await takeMail({ payload, mailId, now: new Date() })
  if (!mail) return
  try {
    await transmit({ payload, mail })
  } catch (error) {
    await noteFailure({ payload, mail, error })
    return
  }
  await noteSent({ payload, mail })
}

async function noteSent({
  payload,
  mail: { id, notification },
}: {
  payload: Payload
  mail: Mail
}): Promise<void> {
  if (notification) {
    await payload.db.updateOne({
      collection: 'notifications',
      where: { key: { equals: notification } },
      data: { emailSentAt: new Date().toISOString() },
      returning: false,
    })
  }
  await payload.db.deleteOne({ collection: 'mails', where: { id: { equals: id } } })
}

/** Takes the mail, so that nobody else does; `null` when there is nothing to do now. */
async function takeMail({
  payload,
  mailId,
  now,
}: {
  payload: Payload
  mailId: string
  now: Date
}): Promise<Mail | null> {
  const abandoned = new Date(now.getTime() - leaseMs).toISOString()
  const isDue: Where = {
    or: [{ nextTryAt: { exists: false } }, { nextTryAt: { less_than_equal: now.toISOString() } }],
  }
  const isFree: Where[] = [
    { and: [{ status: { equals: 'waiting' } }, isDue] },
    { and: [{ status: { equals: 'sending' } }, { takenAt: { less_than_equal: abandoned } }] },
  ]
  const taken = await payload.db.updateOne({
    collection: 'mails',
    where: { and: [{ id: { equals: mailId } }, { or: isFree }] },
    data: { status: 'sending', takenAt: now.toISOString() } satisfies Partial<Mail>,
    options: { atomic: true },
  })
  if (taken) return taken as unknown as Mail
  await lookAgainAtHeld({ payload, mailId })
  return null
}

/** Whoever is sending the mail may have ended while they did: once it is no longer theirs, it is looked at again. */
async function lookAgainAtHeld({ payload, mailId }: { payload: Payload; mailId: string }): Promise<void> {
  const held = await payload.db.findOne<Mail>({
    collection: 'mails',
    where: { and: [{ id: { equals: mailId } }, { status: { equals: 'sending' } }] },
  })
  if (!held?.takenAt) return
  const at = new Date(Date.parse(held.takenAt) + leaseMs)
  await queueSending({ req: { payload }, mailId, at })
}

async function transmit({ payload, mail }: { payload: Payload; mail: Mail }): Promise<void> {
  const { to, subject, messageId } = mail
  const host = new URL(payload.config.serverURL || 'http://localhost').hostname
  await payload.sendEmail({
    // As an object, so that nothing of the address is read as a second one.
    to: { name: '', address: to },
    subject,
    ...openContent({ payload, messageId, sealed: mail.content }),
    messageId: `<${messageId}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
}

/** The next try is queued first: a process that ends in between leaves a mail that is looked at again. */
async function noteFailure({
  payload,
  mail,
  error,
}: {
  payload: Payload
  mail: Mail
  error: unknown
}): Promise<void> {
  const { code, detail, isFinal } = readMailFailure(error)
  const now = new Date().toISOString()
  const tries = mail.tries + 1
  const next = isFinal ? null : nextTryAt({ tries, now })
  if (next) await queueSending({ req: { payload }, mailId: mail.id, at: new Date(next) })
  await payload.db.updateOne({
    collection: 'mails',
    where: { id: { equals: mail.id } },
    data: {
      status: next ? 'waiting' : 'failed',
      tries,
      takenAt: null,
      lastTriedAt: now,
      nextTryAt: next,
      failure: code,
      failureDetail: detail,
    } satisfies Partial<Mail>,
    returning: false,
  })
  const said = { mail: mail.id, tries, failure: code, detail }
  if (next) payload.logger.warn({ ...said, msg: 'A mail was not sent and is tried again.' })
  else payload.logger.error({ ...said, msg: 'A mail could not be delivered; admins see it under “E-Mails”.' })
}
