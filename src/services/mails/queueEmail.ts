import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { headerText } from '../../domain/mails/headerText'
import { AppError } from '../../lib/appError'
import { errorText } from '../../lib/errorTexts'
import { languageOf } from '../../lib/language'
import type { Mail } from '../../payload-types'
import { sealContent } from './mailContent'

/** A request, or the portal itself as `{ payload }`; with a transaction the mail is part of it. */
export type MailPlace = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

/**
 * Hands a mail to the job that sends it, and tries again while the server does not take it. One recipient each; the
 * subject is shown to admins when it cannot be delivered, the rest to nobody.
 */
export async function queueEmail({
  req,
  to,
  subject,
  text,
  html,
  notification,
}: {
  req: MailPlace
  to: string
  subject: string
  text: string
  html?: string
  /** The key of the notification that is to learn when the mail was sent. */
  notification?: string
}): Promise<void> {
  const { payload } = req
  if (!z.email().safeParse(to).success) throw noAddress({ req, to })
  const messageId = randomUUID()
  const mail = await payload.db.create({
    collection: 'mails',
    data: {
      to,
      subject: headerText(subject),
      content: sealContent({ payload, messageId, content: { text, html } }),
      messageId,
      status: 'waiting',
      tries: 0,
      notification: notification ?? null,
    } satisfies Partial<Mail>,
    req,
  })
  await queueSending({ req, mailId: String(mail.id) })
}

/** Has a stored mail sent, now or at a time to come. */
export async function queueSending({
  req,
  mailId,
  at,
}: {
  req: MailPlace
  mailId: string
  at?: Date
}): Promise<void> {
  await req.payload.jobs.queue({
    task: 'sendEmail',
    queue: 'mails',
    input: { mailId },
    waitUntil: at,
    // Only a whole request brings its transaction with it.
    req: req.transactionID === undefined ? undefined : (req as PayloadRequest),
  })
}

function noAddress({ req, to }: { req: MailPlace; to: string }): AppError {
  const message = errorText({
    code: 'invalidMailAddress',
    language: req.i18n ? languageOf({ i18n: req.i18n }) : 'de',
    params: { value: to },
  })
  return new AppError({
    status: 422,
    errors: [{ message, code: 'invalidMailAddress', field: 'to', value: to }],
  })
}
