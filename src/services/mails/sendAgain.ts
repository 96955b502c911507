import type { PayloadRequest } from 'payload'
import { auditEntryOf } from '../../domain/audit/auditEntry'
import { refusal } from '../../lib/refuse'
import type { Mail } from '../../payload-types'
import { storeOf } from '../../store/storeOf'
import { auditOrigin } from '../recordAudit'
import { sendingJob } from './queueEmail'

/** Has a mail that failed sent again, with as many tries as at first. One being sent just now is a `409`. */
export async function sendAgain({ req, id }: { req: PayloadRequest; id: string }): Promise<void> {
  const mail = await req.payload.findByID({ collection: 'mails', id, depth: 0, disableErrors: true, req })
  if (!mail) throw refusal(req, 404, 'notFound')
  if (mail.status === 'sending') throw refusal(req, 409, 'mailBeingSent')
  const { status, to, subject } = mail
  const values = { status: 'waiting', tries: 0, nextTryAt: null } satisfies Partial<Mail>
  const event = { action: 'sendAgain', entityType: 'mails', entityId: id, details: { to, subject } } as const
  const entry = auditEntryOf({ event, origin: auditOrigin(req) })
  const outcome = await storeOf(req.payload).storeTogether([
    { update: 'mails', where: { id, status }, values, isRequired: true },
    sendingJob(id),
    { create: 'audit-log', values: entry },
  ])
  if (outcome === 'conflict') throw refusal(req, 409, 'mailBeingSent')
}
