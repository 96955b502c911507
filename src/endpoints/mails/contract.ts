import { z } from 'zod'
import { languages } from '../../domain/language'
import { mailFailureCodes } from '../../domain/mails/mailFailure'
import { type MailTextName, mailTextNames } from '../../domain/mails/mailTexts'
import { pageOf, pagingQuery } from '../paging'

export const undeliveredQuery = pagingQuery({ usual: 25, most: 100 })

/** A mail that was not delivered: `isFinal` when it is not tried again by itself. Times are ISO instants. */
const undeliveredMail = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  isFinal: z.boolean(),
  tries: z.number(),
  failure: z.enum(mailFailureCodes),
  failureDetail: z.string(),
  createdAt: z.string(),
  lastTriedAt: z.string().nullable(),
  nextTryAt: z.string().nullable(),
})

/** `GET /api/mails/undelivered`: the latest first. */
export const undeliveredOut = pageOf(undeliveredMail)

/** `POST /api/mails/:id/send-again`. */
export const sendAgainOut = z.object({ id: z.string(), status: z.literal('waiting') })

/** `GET /api/mails/preview`: a mail's text as it is saved, with example values. */
export const mailPreviewQuery = z.object({
  text: z.enum(mailTextNames as [MailTextName, ...MailTextName[]]),
  language: z.enum(languages).default('de'),
})
export const mailPreviewOut = z.object({ subject: z.string(), html: z.string(), text: z.string() })

export type MailPreviewOut = z.infer<typeof mailPreviewOut>
export type UndeliveredMail = z.infer<typeof undeliveredMail>
export type UndeliveredOut = z.infer<typeof undeliveredOut>
