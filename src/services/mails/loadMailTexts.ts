import type { Payload } from 'payload'
import type { Language } from '../../domain/language'
import { type MailText, type MailTextName, mailTextNames, mailTextOf } from '../../domain/mails/mailTexts'
import { hasWords, type RichText } from '../../domain/mails/richText'

export type MailTexts = Record<MailTextName, Record<Language, MailText>>

/** The texts of the mails as admins set them; an empty one is as it was from the start. */
export async function loadMailTexts({ payload }: { payload: Payload }): Promise<MailTexts> {
  const { mailTexts } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  return Object.fromEntries(
    mailTextNames.map((name) => {
      const textIn = (language: Language): MailText => {
        const own = mailTexts?.[name]?.[language]
        const { subject, body } = mailTextOf(name).texts[language]
        const ownBody = own?.body as RichText | null | undefined
        return {
          subject: own?.subject?.trim() || subject,
          body: ownBody && hasWords(ownBody) ? ownBody : body,
        }
      }
      return [name, { de: textIn('de'), en: textIn('en') }]
    }),
  ) as MailTexts
}
