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
  tooManyCells: {
    status: 413,
    de: 'Die Datei hat mehr als {maxCells} Zellen. Bitte in kleinere Dateien teilen oder überflüssige Spalten weglassen.',
    en: 'The file has more than {maxCells} cells. Please split it into smaller files or leave out columns that are not needed.',
  },
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
  notCatalogue: {
    status: 415,
    de: 'Das ist kein ICD-10-GM-Katalog. Bitte die Datei icd10gmJJJJsyst_kodes.txt des BfArM wählen.',
    en: 'This is not an ICD-10-GM catalogue. Please choose BfArM’s file icd10gmYYYYsyst_kodes.txt.',
  },
  emptyCatalogue: {
    status: 422,
    de: 'Die Datei ist leer. Bitte den Katalog erneut beim BfArM herunterladen.',
    en: 'The file is empty. Please download the catalogue from BfArM again.',
  },
  damagedCatalogue: {
    status: 422,
    de: 'Die Datei ist beschädigt oder abgeschnitten: Nicht alle Zeichen sind lesbar. Bitte den Katalog erneut beim BfArM herunterladen.',
    en: 'The file is damaged or cut off: not every character can be read. Please download the catalogue from BfArM again.',
  },
  catalogueFields: {
    status: 422,
    de: 'Zeile {line} hat {found} Felder statt {wanted}. Bitte den Katalog unverändert vom BfArM übernehmen.',
    en: 'Line {line} has {found} fields instead of {wanted}. Please take the catalogue from BfArM as it is.',
  },
  catalogueValue: {
    status: 422,
    de: 'Zeile {line}: In Feld {field} steht „{value}“, erwartet wird: {expected}. Bitte den Katalog unverändert vom BfArM übernehmen.',
    en: 'Line {line}: field {field} holds “{value}”, expected is: {expected}. Please take the catalogue from BfArM as it is.',
  },
  catalogueCodeTwice: {
    status: 422,
    de: 'Zeile {line}: Der Code „{value}“ kommt in der Datei schon vor. Bitte den Katalog unverändert vom BfArM übernehmen.',
    en: 'Line {line}: the code “{value}” is in the file already. Please take the catalogue from BfArM as it is.',
  },
  unknownCatalogueYear: {
    status: 422,
    de: 'Aus dem Namen der Datei geht das Jahr des Katalogs nicht hervor (icd10gmJJJJsyst_kodes.txt). Bitte das Jahr angeben: --year JJJJ.',
    en: 'The name of the file does not tell the year of the catalogue (icd10gmYYYYsyst_kodes.txt). Please give the year: --year YYYY.',
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
