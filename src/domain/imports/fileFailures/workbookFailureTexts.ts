import type { FileFailureText } from './fileFailureText'

/** Why a whole workbook is refused. */
export const workbookFailureTexts = {
  notWorkbook: {
    status: 415,
    de: 'Das ist keine Excel-Arbeitsmappe (.xlsx). Ältere Formate bitte in Excel öffnen und als .xlsx speichern.',
    en: 'This is not an Excel workbook (.xlsx). Please open older formats in Excel and save them as .xlsx.',
  },
  encryptedWorkbook: {
    status: 422,
    de: 'Die Arbeitsmappe ist mit einem Kennwort verschlüsselt. Bitte das Kennwort in Excel entfernen und die Datei neu speichern.',
    en: 'The workbook is encrypted with a password. Please remove the password in Excel and save the file again.',
  },
  damagedWorkbook: {
    status: 422,
    de: 'Die Arbeitsmappe ist beschädigt oder abgeschnitten ({detail}). Bitte in Excel öffnen und neu speichern.',
    en: 'The workbook is damaged or cut off ({detail}). Please open it in Excel and save it again.',
  },
  workbookTooLarge: {
    status: 413,
    de: 'Die Arbeitsmappe ist entpackt größer als {maxMegabytes} MB. Bitte in kleinere Dateien teilen.',
    en: 'The workbook is larger than {maxMegabytes} MB when unpacked. Please split it into smaller files.',
  },
  workbookTooManyParts: {
    status: 413,
    de: 'Die Arbeitsmappe hat mehr als {maxEntries} Bestandteile. Bitte nur die Tabellen in eine neue Datei speichern.',
    en: 'The workbook has more than {maxEntries} parts. Please save the sheets alone into a new file.',
  },
  workbookTooManyTexts: {
    status: 413,
    de: 'Die Arbeitsmappe hat mehr als {maxTexts} verschiedene Texte. Bitte in kleinere Dateien teilen.',
    en: 'The workbook has more than {maxTexts} different texts. Please split it into smaller files.',
  },
  workbookTooMuchText: {
    status: 413,
    de: 'Die Texte der Arbeitsmappe haben zusammen mehr als {maxCharacters} Zeichen. Bitte in kleinere Dateien teilen.',
    en: 'The texts of the workbook have more than {maxCharacters} characters together. Please split it into smaller files.',
  },
  missingSheets: {
    status: 422,
    de: 'In der Arbeitsmappe fehlen die Tabellenblätter {sheets}. Gefunden wurden: {found}.',
    en: 'The workbook lacks the sheets {sheets}. Found were: {found}.',
  },
  missingSheetColumns: {
    status: 422,
    de: 'Im Tabellenblatt „{sheet}“ fehlen diese Spalten: {columns}. Gefunden wurden: {found}. Bitte die Spalten ergänzen.',
    en: 'The sheet “{sheet}” lacks these columns: {columns}. Found were: {found}. Please add the columns.',
  },
  missingYear: {
    status: 422,
    de: 'Im Tabellenblatt „{sheet}“ fehlt das Jahr (Zelle B2), und auch der Dateiname nennt keines. Bitte das Jahr eintragen.',
    en: 'The sheet “{sheet}” lacks the year (cell B2), and the file name has none either. Please enter the year.',
  },
} as const satisfies Record<string, FileFailureText>
