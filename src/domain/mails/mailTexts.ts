import type { Language } from '../language'
import type { NotificationType } from '../notifications/notificationTypes'
import { type RichText, richTextOf } from './richText'

/** A mail's text before its variables are filled in. */
export type MailText = { subject: string; body: RichText }

type Definition = {
  de: string
  en: string
  /** What may stand in it as `{{name}}`, each with an example for the preview. */
  variables: Readonly<Record<string, string>>
  texts: Record<Language, MailText>
}

const open = { de: 'Im Portal öffnen: {{link}}', en: 'Open in the portal: {{link}}' }
const link = 'https://portal.example.org/admin'

/** Every mail whose text admins may change, as it is until they do. */
export const mailTexts = {
  new_cases_uploaded: {
    de: 'Neue Fälle',
    en: 'New cases',
    variables: { anzahl: '25', link },
    texts: {
      de: text('Neue Fälle im Zweitmeinungs-Portal: {{anzahl}}', [
        'Guten Tag,',
        'es wurden neue Fälle übernommen: {{anzahl}}. Bitte geben Sie die ICD-Codes ein.',
        open.de,
      ]),
      en: text('New cases in the second opinion portal: {{anzahl}}', [
        'Hello,',
        'new cases were imported: {{anzahl}}. Please enter their ICD codes.',
        open.en,
      ]),
    },
  },
  icd_entered: {
    de: 'ICD eingegeben',
    en: 'ICD entered',
    variables: { anzahl: '12', link },
    texts: {
      de: text('ICD-Codes eingegeben: {{anzahl}}', [
        'Guten Tag,',
        'die DAK hat ICD-Codes eingegeben. Anzahl der Fälle: {{anzahl}}.',
        open.de,
      ]),
      en: text('ICD codes entered: {{anzahl}}', [
        'Hello,',
        'DAK staff entered ICD codes. Number of cases: {{anzahl}}.',
        open.en,
      ]),
    },
  },
  icd_uploaded: {
    de: 'ICD-Datei übernommen',
    en: 'ICD workbook applied',
    variables: { anzahl: '40', link },
    texts: {
      de: text('ICD-Datei übernommen: {{anzahl}}', [
        'Guten Tag,',
        'die DAK hat eine ausgefüllte ICD-Vorlage übernommen. Anzahl der Fälle: {{anzahl}}.',
        open.de,
      ]),
      en: text('ICD workbook applied: {{anzahl}}', [
        'Hello,',
        'DAK staff applied a filled-in ICD template. Number of cases: {{anzahl}}.',
        open.en,
      ]),
    },
  },
  report_ready: {
    de: 'Bericht erzeugt',
    en: 'Report generated',
    variables: { jahr: '2026', kw: '48', link },
    texts: {
      de: text('Berichtswesen KW {{kw}}/{{jahr}}', [
        'Guten Tag,',
        'der Bericht der KW {{kw}}/{{jahr}} liegt bereit.',
        open.de,
      ]),
      en: text('Report of week {{kw}}/{{jahr}}', [
        'Hello,',
        'the report of week {{kw}}/{{jahr}} is ready.',
        open.en,
      ]),
    },
  },
  coding_completed: {
    de: 'Codierung abgeschlossen',
    en: 'Coding completed',
    variables: { anzahl: '7', offen: '0', link },
    texts: {
      de: text('Gutachten codiert', [
        'Guten Tag,',
        'es wurden Gutachten codiert: {{anzahl}}. Noch offen: {{offen}}.',
        open.de,
      ]),
      en: text('Expert opinions coded', [
        'Hello,',
        'expert opinions were coded: {{anzahl}}. Still open: {{offen}}.',
        open.en,
      ]),
    },
  },
} satisfies Record<NotificationType, Definition> & Record<string, Definition>

export type MailTextName = keyof typeof mailTexts

export const mailTextNames = Object.keys(mailTexts) as MailTextName[]

/** The line of a mail text. */
export function mailTextOf(name: MailTextName): Definition {
  return mailTexts[name]
}

function text(subject: string, paragraphs: string[]): MailText {
  return { subject, body: richTextOf(paragraphs) }
}
