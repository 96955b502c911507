import { z } from 'zod'
import { defineEndpoint } from '../../lib/defineEndpoint'
import type { Mail } from '../../payload-types'
import { listUndelivered } from '../../services/mails/listUndelivered'
import { previewMail } from '../../services/mails/previewMail'
import { sendAgain } from '../../services/mails/sendAgain'
import {
  mailPreviewOut,
  mailPreviewQuery,
  sendAgainOut,
  type UndeliveredMail,
  undeliveredOut,
  undeliveredQuery,
} from './contract'

/** Under `/api/mails`, for admins: what could not be delivered, trying it again, and how the texts look. */
export const mailEndpoints = [
  defineEndpoint({
    door: 'GET /api/mails/undelivered',
    title: { de: 'Nicht zugestellte E-Mails', en: 'Mails that were not delivered' },
    query: undeliveredQuery,
    output: undeliveredOut,
    handle: async ({ req, query }) => {
      const page = await listUndelivered({ req, query })
      return { ...page, docs: page.docs.map(undeliveredMailOf) }
    },
  }),
  defineEndpoint({
    door: 'GET /api/mails/preview',
    title: { de: 'Wie der Text einer E-Mail aussieht', en: 'How the text of a mail looks' },
    query: mailPreviewQuery,
    output: mailPreviewOut,
    handle: ({ req, query }) => previewMail({ req, ...query }),
  }),
  defineEndpoint({
    door: 'POST /api/mails/:id/send-again',
    title: { de: 'Eine E-Mail noch einmal senden', en: 'Send a mail again' },
    refuses: { 404: ['notFound'], 409: ['mailBeingSent'] },
    params: z.object({ id: z.string() }),
    output: sendAgainOut,
    handle: async ({ req, params: { id } }) => {
      await sendAgain({ req, id })
      return { id, status: 'waiting' as const }
    },
  }),
]

function undeliveredMailOf(mail: Mail): UndeliveredMail {
  return {
    ...mail,
    isFinal: mail.status === 'failed',
    failure: mail.failure ?? 'other',
    failureDetail: mail.failureDetail ?? '',
    lastTriedAt: mail.lastTriedAt ?? null,
    nextTryAt: mail.status === 'failed' ? null : (mail.nextTryAt ?? null),
  }
}
