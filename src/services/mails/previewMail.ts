import type { PayloadRequest } from 'payload'
import type { Language } from '../../domain/language'
import { type MailTextName, mailTextOf } from '../../domain/mails/mailTexts'
import { loadMailTexts } from './loadMailTexts'
import { renderMail } from './renderMail'

/** A mail as it would be sent by now, with examples for its variables. */
export async function previewMail({
  req,
  text,
  language,
}: {
  req: PayloadRequest
  text: MailTextName
  language: Language
}) {
  const texts = await loadMailTexts(req)
  return renderMail({ text: texts[text][language], values: mailTextOf(text).variables })
}
