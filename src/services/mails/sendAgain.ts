import type { PayloadRequest } from 'payload'
import { refusal } from '../../lib/refuse'
import type { Mail } from '../../payload-types'
import { recordAudit } from '../recordAudit'
import { queueSending } from './queueEmail'

/** Has a mail that failed sent again, with as many tries as at first. One being sent just now is a `409`. */
export async function sendAgain({ req, id }: { req: PayloadRequest; id: string }): Promise<void> {
  const mail = await req.payload.findByID({ collection: 'mails', id, depth: 0, disableErrors: true, req })
  if (!mail) throw refusal(req, 404, 'notFound')
  const opened = await req.payload.db.updateOne({
    collection: 'mails',
    where: { and: [{ id: { equals: id } }, { status: { not_equals: 'sending' } }] },
    data: { status: 'waiting', tries: 0, nextTryAt: null } satisfies Partial<Mail>,
    options: { atomic: true },
    req,
  })
  if (!opened) throw refusal(req, 409, 'mailBeingSent')
  await queueSending({ req, mailId: id })
  const details = { to: mail.to, subject: mail.subject }
  await recordAudit({ req, event: { action: 'sendAgain', entityType: 'mails', entityId: id, details } })
}
