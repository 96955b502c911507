/** Why a whole file is refused, in German and English; `{name}` is filled from the parameters. */
const fileFailureTexts = {
  notCsv: {
    status: 415,
    de: 'Das ist keine CSV-Datei. Bitte den CSV-Export des CRM wählen.',
    en: 'This is not a CSV file. Please choose the CSV export of the CRM.',
  },
  emptyFile: {
    status: 422,
    de: 'Die Datei ist leer. Bitte den Export wiederholen.',
    en: 'The file is empty. Please repeat the export.',
  },
  damagedText: {
    status: 422,
    de: 'Die Datei ist beschädigt oder abgeschnitten: Nicht alle Zeichen sind lesbar. Bitte den Export wiederholen.',
    en: 'The file is damaged or cut off: not every character can be read. Please repeat the export.',
  },
  missingColumns: {
    status: 422,
    de: 'Diese Spalten fehlen: {columns}. Gefunden wurden: {found}. Bitte den Export mit allen Spalten wiederholen.',
    en: 'These columns are missing: {columns}. Found were: {found}. Please repeat the export with all columns.',
  },
  unclosedQuote: {
    status: 422,
    de: 'Zeile {line}: Ein Anführungszeichen wird geöffnet und nicht richtig geschlossen. Die Datei ist beschädigt oder abgeschnitten. Bitte den Export wiederholen.',
    en: 'Line {line}: a quotation mark is opened and not properly closed. The file is damaged or cut off. Please repeat the export.',
  },
  tooManyRows: {
    status: 413,
    de: 'Die Datei hat mehr als {maxRows} Zeilen. Bitte in kleinere Dateien teilen.',
    en: 'The file has more than {maxRows} rows. Please split it into smaller files.',
  },
} as const satisfies Record<string, { status: 413 | 415 | 422; de: string; en: string }>

export type FileFailureCode = keyof typeof fileFailureTexts

/** A file that cannot be read at all. */
export type FileFailure = {
  status: 413 | 415 | 422
  code: FileFailureCode
  params: Readonly<Record<string, string | number>>
}

/** The failure of a code with the status it has everywhere. */
export function fileFailure(code: FileFailureCode, params: FileFailure['params'] = {}): FileFailure {
  return { status: fileFailureTexts[code].status, code, params }
}

/** What a failure says to a person. */
export function describeFileFailure({
  failure,
  language,
}: {
  failure: FileFailure
  language: 'de' | 'en'
}): string {
  return fileFailureTexts[failure.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(failure.params[name] ?? ''),
  )
}
