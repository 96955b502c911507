import type { Language } from '../language'
import type { Figures, NotificationType } from './notificationTypes'

type Words = { title: string; message: string }
type Say = (figures: { count: number; text: (name: string) => string; of: (name: string) => number }) => Words

/** What a notification says in the panel, of its figures, in the reader's language. */
export function notificationText({
  type,
  figures,
  language,
}: {
  type: NotificationType
  figures: Figures
  language: Language
}): Words {
  const of = (name: string) => figures[name] ?? 0
  const text = (name: string) => figureText({ value: of(name), language })
  return texts[type][language]({ count: of('anzahl'), text, of })
}

/** A figure with its thousands apart, as the language writes it. */
export function figureText({ value, language }: { value: number; language: Language }): string {
  return value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB')
}

const week = (of: (name: string) => number) => `${String(of('kw')).padStart(2, '0')}/${of('jahr')}`

const texts: Record<NotificationType, Record<Language, Say>> = {
  new_cases_uploaded: {
    de: ({ count, text }) => ({
      title: count === 1 ? 'Ein neuer Fall' : `${text('anzahl')} neue Fälle`,
      message: 'Ein CRM-Export wurde übernommen; die ICD-Eingabe ist offen.',
    }),
    en: ({ count, text }) => ({
      title: count === 1 ? 'One new case' : `${text('anzahl')} new cases`,
      message: 'A CRM export was applied; ICD codes are to be entered.',
    }),
  },
  icd_entered: {
    de: ({ count, text }) => ({
      title: count === 1 ? 'ICD für einen Fall eingegeben' : `ICD für ${text('anzahl')} Fälle eingegeben`,
      message: 'Die DAK hat ICD-Codes eingegeben.',
    }),
    en: ({ count, text }) => ({
      title: count === 1 ? 'ICD entered for one case' : `ICD entered for ${text('anzahl')} cases`,
      message: 'DAK staff entered ICD codes.',
    }),
  },
  icd_uploaded: {
    de: ({ count, text }) => ({
      title: count === 1 ? 'ICD-Datei mit einem Fall' : `ICD-Datei mit ${text('anzahl')} Fällen`,
      message: 'Die DAK hat eine ausgefüllte ICD-Vorlage übernommen.',
    }),
    en: ({ count, text }) => ({
      title: count === 1 ? 'ICD workbook with one case' : `ICD workbook with ${text('anzahl')} cases`,
      message: 'DAK staff applied a filled-in ICD template.',
    }),
  },
  report_ready: {
    de: ({ of }) => ({
      title: `Bericht KW ${week(of)}`,
      message: 'Das Berichtswesen der Woche liegt bereit.',
    }),
    en: ({ of }) => ({ title: `Report of week ${week(of)}`, message: 'The report of the week is ready.' }),
  },
  coding_completed: {
    de: ({ count, text, of }) => ({
      title: of('offen') === 0 ? 'Alle Gutachten sind codiert' : `${text('anzahl')} Gutachten codiert`,
      message:
        of('offen') === 0
          ? 'In der Codierung ist nichts mehr offen.'
          : `Codiert: ${figureText({ value: count, language: 'de' })}, noch offen: ${text('offen')}.`,
    }),
    en: ({ count, text, of }) => ({
      title: of('offen') === 0 ? 'All expert opinions are coded' : `${text('anzahl')} expert opinions coded`,
      message:
        of('offen') === 0
          ? 'Nothing is left in the coding queue.'
          : `Coded: ${figureText({ value: count, language: 'en' })}, still open: ${text('offen')}.`,
    }),
  },
}
