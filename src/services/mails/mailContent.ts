import type { Payload } from 'payload'
import { derivedKey } from '../../lib/crypto/derivedKey'
import { openSeal, seal } from '../../lib/crypto/seal'

/** What a mail says. */
export type MailContent = { text: string; html?: string }

type Place = { payload: Payload; messageId: string }

/** The content as it is stored: of use with the portal's secret and for this mail alone. */
export function sealContent({ payload, messageId, content }: Place & { content: MailContent }): string {
  return seal({ text: JSON.stringify(content), key: keyOf(payload), owner: messageId })
}

/** Opens what `sealContent` closed. */
export function openContent({ payload, messageId, sealed }: Place & { sealed: string }): MailContent {
  return JSON.parse(openSeal({ sealed, key: keyOf(payload), owner: messageId })) as MailContent
}

function keyOf(payload: Payload): Buffer {
  return derivedKey({ secret: payload.config.secret, purpose: 'mails' })
}
