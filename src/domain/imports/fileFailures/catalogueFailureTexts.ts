import type { FileFailureText } from './fileFailureText'

/** Why a whole ICD catalogue is refused. */
export const catalogueFailureTexts = {
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
} as const satisfies Record<string, FileFailureText>
