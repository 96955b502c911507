import type { Payload, Where } from 'payload'
import { readMailFailure } from '../../domain/mails/mailFailure'
import { nextTryAt } from '../../domain/mails/mailTries'
import { givingSigns, silentMs, silentSince } from '../../lib/signsOfLife'
import type { Mail } from '../../payload-types'
import { storeOf } from '../../store/storeOf'
import { openContent } from './mailContent'
import { sendingJob } from './queueEmail'

/**
 * Sends a stored mail and forgets it, or has it tried again later; after the last try it stays, as `failed`. Run again it
 * does nothing; of two at once one sends. A process that ends between the server's yes and the forgetting lets it be sent
 * a second time, the same to the letter: with its Message-ID and its date.
 */
export async function sendMail({ payload, mailId }: { payload: Payload; mailId: string }): Promise<void> {
  const mail = await takeMail({ payload, mailId, now: new Date() })
  if (!mail) return
  try {
    await holding({ payload, mail, work: () => transmit({ payload, mail }) })
  } catch (error) {
    await noteFailure({ payload, mail, error })
    return
  }
  await noteSent({ payload, mail })
}

/** The mail stays theirs who send it, however long the server takes. */
async function holding({
  payload,
  mail: { id },
  work,
}: {
  payload: Payload
  mail: Mail
  work: () => Promise<void>
}): Promise<void> {
  const isHeld: Where = { and: [{ id: { equals: id } }, { status: { equals: 'sending' } }] }
  const sign = () => {
    const data = { takenAt: new Date().toISOString() } satisfies Partial<Mail>
    return payload.db.updateOne({ collection: 'mails', where: isHeld, data, returning: false })
  }
  const onFailure = (err: unknown) =>
    payload.logger.warn({ err, mail: id, msg: 'A mail could not be held on to.' })
  await givingSigns({ sign, onFailure, work })
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
  const isDue: Where = {
    or: [{ nextTryAt: { exists: false } }, { nextTryAt: { less_than_equal: now.toISOString() } }],
  }
  const isFree: Where[] = [
    { and: [{ status: { equals: 'waiting' } }, isDue] },
    { and: [{ status: { equals: 'sending' } }, { takenAt: { less_than_equal: silentSince(now) } }] },
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
  const at = new Date(Date.parse(held.takenAt) + silentMs)
  await storeOf(payload).storeTogether([sendingJob(mailId, at)])
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
    date: new Date(mail.createdAt),
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
}

async function noteFailure({
  payload,
  mail: { id, tries: before },
  error,
}: {
  payload: Payload
  mail: Mail
  error: unknown
}): Promise<void> {
  const { code, detail, isFinal } = readMailFailure(error)
  const now = new Date().toISOString()
  const tries = before + 1
  const next = isFinal ? null : nextTryAt({ tries, now })
  const values = {
    status: next ? 'waiting' : 'failed',
    tries,
    takenAt: null,
    lastTriedAt: now,
    nextTryAt: next,
    failure: code,
    failureDetail: detail,
  } satisfies Partial<Mail>
  await storeOf(payload).storeTogether([
    { update: 'mails', where: { id }, values },
    ...(next ? [sendingJob(id, new Date(next))] : []),
  ])
  const said = { mail: id, tries, failure: code, detail }
  if (next) payload.logger.warn({ ...said, msg: 'A mail was not sent and is tried again.' })
  else payload.logger.error({ ...said, msg: 'A mail could not be delivered; admins see it under “E-Mails”.' })
}
