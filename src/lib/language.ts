import type { PayloadRequest } from 'payload'
import type { Language } from '../domain/language'

/** The language of an answer before Payload has looked at the request: what it accepts, German otherwise. */
export function languageAccepted({ headers }: Request): Language {
  return /^\s*en\b/i.test(headers.get('accept-language') ?? '') ? 'en' : 'de'
}

/** The language of an answer: what the panel or the client asked for, German otherwise. */
export function languageOf(req: Pick<PayloadRequest, 'i18n'>): Language {
  return req.i18n?.language === 'en' ? 'en' : 'de'
}
