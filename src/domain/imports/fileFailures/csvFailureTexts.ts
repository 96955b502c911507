import type { FileFailureText } from './fileFailureText'

/** Why a whole CSV file is refused. */
export const csvFailureTexts = {
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
  tooManyCells: {
    status: 413,
    de: 'Die Datei hat mehr als {maxCells} Zellen. Bitte in kleinere Dateien teilen oder überflüssige Spalten weglassen.',
    en: 'The file has more than {maxCells} cells. Please split it into smaller files or leave out columns that are not needed.',
  },
} as const satisfies Record<string, FileFailureText>
