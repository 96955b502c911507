import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { mailFailureCodes } from '../../domain/mails/mailFailure'
import { mailEndpoints } from '../../endpoints/mails/endpoints'
import { ruledField } from '../../fields/ruledField'

/**
 * The mails that are still to be sent or could not be; a mail that was sent is gone. What it says is sealed and never
 * readable, for it may carry a link that signs somebody in.
 */
export const Mails: CollectionConfig = {
  slug: 'mails',
  labels: { singular: { de: 'E-Mail', en: 'Mail' }, plural: { de: 'E-Mails', en: 'Mails' } },
  access: accessOf('mails'),
  admin: { hidden: hiddenFromPanel('mails') },
  lockDocuments: false,
  endpoints: mailEndpoints,
  fields: [
    { name: 'to', type: 'text', required: true, label: { de: 'An', en: 'To' } },
    { name: 'subject', type: 'text', required: true, label: { de: 'Betreff', en: 'Subject' } },
    // `{text, html}`; see `services/mails/mailContent.ts`.
    { name: 'content', type: 'text', required: true, ...ruledField('mails.content') },
    { name: 'messageId', type: 'text', required: true, unique: true },
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      options: ['waiting', 'sending', 'failed'],
    },
    { name: 'takenAt', type: 'date' },
    { name: 'tries', type: 'number', required: true },
    { name: 'lastTriedAt', type: 'date' },
    { name: 'nextTryAt', type: 'date' },
    { name: 'failure', type: 'select', options: [...mailFailureCodes] },
    { name: 'failureDetail', type: 'text' },
    // The key of the notification that it tells of, which learns when the mail was sent.
    { name: 'notification', type: 'text' },
  ],
}
