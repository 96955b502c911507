import type { Language } from '../../domain/language'

/** What the parameters of queries and addresses mean, wherever they stand. */
const parameterTexts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  where: {
    de: 'Bedingung: `where[feld][equals]=wert`, mit `and` und `or` verschachtelt. Längere per `POST` mit `X-HTTP-Method-Override: GET` und der Abfrage als Formular.',
    en: 'A condition: `where[field][equals]=value`, nested by `and` and `or`. Longer ones by `POST` with `X-HTTP-Method-Override: GET` and the query as a form.',
  },
  sort: {
    de: 'Feld, nach dem sortiert wird, mit `-` absteigend; mehrere mit Komma.',
    en: 'The field to sort by, with `-` descending; several with commas.',
  },
  limit: { de: 'Einträge je Seite.', en: 'Entries a page.' },
  page: { de: 'Seite, ab 1.', en: 'The page, from 1.' },
  depth: {
    de: 'Wie tief verknüpfte Einträge mitkommen, 0 bis 2; sonst stehen dort ihre Kennungen.',
    en: 'How deep related entries come along, 0 to 2; otherwise their ids stand there.',
  },
  id: { de: 'Kennung des Eintrags.', en: 'The id of the entry.' },
  jahr: { de: 'ISO-Jahr.', en: 'ISO year.' },
  kw: { de: 'ISO-Woche.', en: 'ISO week.' },
  fallgruppe: { de: 'Nur Fälle dieser Gruppe.', en: 'Cases of this group only.' },
  hasIcd: {
    de: 'Nur Fälle mit (`true`) oder ohne (`false`) ICD.',
    en: 'Cases with (`true`) or without (`false`) ICD only.',
  },
  hasCoding: {
    de: 'Nur Fälle mit (`true`) oder ohne (`false`) Codierung.',
    en: 'Cases with (`true`) or without (`false`) coding only.',
  },
  all: { de: 'Auch Fälle, die schon Codes haben.', en: 'Cases that have codes already, too.' },
  q: {
    de: 'Anfang eines Codes oder Wörter des Titels.',
    en: 'The beginning of a code, or words of the title.',
  },
  action: { de: 'Nur Zeilen, mit denen das geschieht.', en: 'Only rows that this happens to.' },
  warnings: { de: 'Nur Zeilen mit Warnungen.', en: 'Only rows with warnings.' },
  outcome: {
    de: 'Nur Zeilen, die das Rückgängigmachen so hinterließ.',
    en: 'Only rows that undoing left so.',
  },
  sheet: { de: 'Nur Zeilen dieses Blatts.', en: 'Only rows of this sheet.' },
  raster: { de: 'Dauern nach Monat oder Woche.', en: 'Durations by month or week.' },
  tabelle: { de: 'Welche Auswertung.', en: 'Which analysis.' },
  text: { de: 'Welche E-Mail.', en: 'Which mail.' },
  language: { de: 'In welcher Sprache.', en: 'In which language.' },
  filename: { de: 'Name der Datei.', en: 'The name of the file.' },
  key: { de: 'Name der Einstellung.', en: 'The name of the preference.' },
}

/** What a parameter means; nothing where its name says it. */
export function parameterText(name: string, language: Language): string | undefined {
  return Object.hasOwn(parameterTexts, name) ? parameterTexts[name]?.[language] : undefined
}
