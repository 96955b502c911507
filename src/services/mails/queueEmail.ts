import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { headerText } from '../../domain/mails/headerText'
import { AppError } from '../../lib/appError'
import { errorText } from '../../lib/errorTexts'
import { languageOf } from '../../lib/language'
import type { Mail, PayloadJob } from '../../payload-types'
import type { DocumentWrite } from '../../store/documentWrites'
import { newId } from '../../store/newId'
import { storeOf } from '../../store/storeOf'
import { sealContent } from './mailContent'

/** A request, or the portal itself as `{ payload }`; with a transaction the mail is part of it. */
export type MailPlace = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

type NewMail = {
  req: MailPlace
  to: string
  subject: string
  text: string
  html?: string
  /** The key of the notification that is to learn when the mail was sent. */
  notification?: string
}

/**
 * Hands a mail to the job that sends it, and tries again while the server does not take it. One recipient each; the
 * subject is shown to admins when it cannot be delivered, the rest to nobody.
 */
export async function queueEmail(mail: NewMail): Promise<void> {
  const { payload, transactionID } = mail.req
  await storeOf(payload).storeTogether(mailWrites(mail), await transactionID)
}

/** What `queueEmail` stores, for those who store more with it: a mail without its job would never be sent. */
export function mailWrites({ req, to, subject, text, html, notification }: NewMail): DocumentWrite[] {
  if (!z.email().safeParse(to).success) throw noAddress({ req, to })
  const id = newId()
  const messageId = randomUUID()
  const values = {
    id,
    to,
    subject: headerText(subject),
    content: sealContent({ payload: req.payload, messageId, content: { text, html } }),
    messageId,
    status: 'waiting',
    tries: 0,
    notification: notification ?? null,
  } satisfies Partial<Mail>
  return [{ create: 'mails', values }, sendingJob(id)]
}

/** The job that sends a stored mail, now or at a time to come. */
export function sendingJob(mailId: string, at?: Date): DocumentWrite {
  const values = {
    taskSlug: 'sendEmail',
    queue: 'mails',
    input: { mailId },
    ...(at ? { waitUntil: at.toISOString() } : {}),
    processing: false,
    hasError: false,
    totalTried: 0,
  } satisfies Partial<PayloadJob>
  return { create: 'payload-jobs', values }
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
