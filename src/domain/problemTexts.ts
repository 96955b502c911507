/**
 * What each problem says to a person. Placeholders: `{field}` the field's label, `{value}` the value as given,
 * and the names of `Problem.params`. Every text says what is wrong and what to do.
 */
export const problemTexts = {
  invalidDomain: {
    de: '„{value}“ ist keine Domain. Bitte das eintragen, was in Adressen hinter dem @ steht, zum Beispiel dak.de.',
    en: '“{value}” is not a domain. Please enter what stands behind the @ of addresses, such as dak.de.',
  },
  passwordTooShort: {
    de: 'Das Passwort hat {length} Zeichen; es müssen mindestens {min} sein. Gut ist ein kurzer Satz.',
    en: 'The password has {length} characters; it takes at least {min}. A short sentence is good.',
  },
  passwordTooLong: {
    de: 'Das Passwort hat {length} Zeichen; es dürfen höchstens {max} sein.',
    en: 'The password has {length} characters; at most {max} are allowed.',
  },
  passwordPersonal: {
    de: 'Das Passwort enthält Ihren Benutzernamen oder Ihre E-Mail-Adresse (oder einen Teil davon). Bitte ein anderes wählen.',
    en: 'The password holds your user name or your e-mail address (or a part of them). Please choose another.',
  },
  passwordCommon: {
    de: 'Das Passwort ist zu leicht zu erraten: Es besteht aus gebräuchlichen Passwörtern, Wörtern, Reihen oder Jahreszahlen. Gut sind drei, vier Wörter, die nicht zusammengehören.',
    en: 'The password is too easy to guess: it is made of common passwords, words, sequences or years. Three or four words that do not belong together are good.',
  },
  required: {
    de: '{field} fehlt. Bitte einen Wert eintragen.',
    en: '{field} is missing. Please enter a value.',
  },
  erased: {
    de: 'Die Angaben dieser Zeile wurden gelöscht, weil die Person gelöscht wurde.',
    en: 'What this row held was erased, because the person was.',
  },
  unreadableDate: {
    de: '{field}: „{value}“ ist kein gültiges Datum. Bitte als TT.MM.JJJJ angeben.',
    en: '{field}: “{value}” is not a valid date. Please write it as DD.MM.YYYY.',
  },
  dateInFuture: {
    de: '{field}: „{value}“ liegt in der Zukunft. Bitte prüfen.',
    en: '{field}: “{value}” is in the future. Please check it.',
  },
  dateFromWeek: {
    de: '{field} fehlt; angenommen wird der Montag der Woche ({value}). Bitte prüfen.',
    en: '{field} is missing; the Monday of the week ({value}) is assumed. Please check it.',
  },
  cellError: {
    de: '{field}: In der Zelle steht der Formelfehler „{value}“. Bitte die Formel berichtigen oder den Wert eintragen.',
    en: '{field}: the cell holds the formula error “{value}”. Please correct the formula or enter the value.',
  },
  unreadableYesNo: {
    de: '{field}: „{value}“ ist weder Ja noch Nein. Bitte Ja oder Nein eintragen.',
    en: '{field}: “{value}” is neither yes nor no. Please enter Ja or Nein.',
  },
  unreadableNumber: {
    de: '{field}: „{value}“ ist keine Zahl.',
    en: '{field}: “{value}” is not a number.',
  },
  unknownChoice: {
    de: '{field}: „{value}“ ist nicht bekannt. Möglich sind: {choices}.',
    en: '{field}: “{value}” is not known. Possible are: {choices}.',
  },
  unknownVariable: {
    de: '{field}: die Variable „{value}“ gibt es hier nicht. Möglich sind, in einem Stück formatiert: {choices}.',
    en: '{field}: there is no variable “{value}” here. Possible are, formatted as one piece: {choices}.',
  },
  unknownFallId: {
    de: 'Einen Fall mit der Fall-ID „{value}“ gibt es nicht. Bitte die Fall-ID aus der Vorlage unverändert lassen.',
    en: 'There is no case with the case ID “{value}”. Please leave the case ID of the template as it is.',
  },
  syncConflict: {
    de: '{field}: im Portal steht „{database}“, in der Datei „{value}“, beim Export stand „{base}“. Bitte entscheiden, was gilt.',
    en: '{field}: the portal has “{database}”, the file “{value}”; at the export it was “{base}”. Please decide which holds.',
  },
  unknownStand: {
    de: 'Was der Fall beim Export enthielt (Stand „{value}“), ist nicht mehr festzustellen; jede Abweichung gilt als Konflikt.',
    en: 'What the case held at the export (Stand “{value}”) can no longer be told; every difference counts as a conflict.',
  },
  repeatedFallId: {
    de: 'Die Fall-ID „{value}“ steht schon in Zeile {place}. Bitte nur eine der Zeilen behalten; ein neuer Fall hat keine Fall-ID.',
    en: 'The case ID “{value}” stands in row {place} already. Please keep one of the rows; a new case has no case ID.',
  },
  repeatedRow: {
    de: 'Dieselbe Zeile steht schon in Zeile {place}; sie zählt einmal.',
    en: 'The same row stands in row {place} already; it counts once.',
  },
  unknownModule: {
    de: 'Aus dem Modul „{value}“ lässt sich keine Fallgruppe ableiten. Bitte das Modul berichtigen.',
    en: 'No case group follows from the module “{value}”. Please correct the module.',
  },
  invalidText: {
    de: '{field}: „{value}“ ist kein Text. Bitte als Text angeben.',
    en: '{field}: “{value}” is not a text. Please give a text.',
  },
  textTooLong: {
    de: '{field} ist mit {length} Zeichen zu lang. Erlaubt sind {maxLength}.',
    en: '{field} is too long with {length} characters. At most {maxLength} are allowed.',
  },
  invalidEmail: {
    de: '{field}: „{value}“ ist keine E-Mail-Adresse.',
    en: '{field}: “{value}” is not an e-mail address.',
  },
  kvnrFormat: {
    de: 'KVNR „{value}“ hat nicht die Form Buchstabe und 9 Ziffern.',
    en: 'Insurance number “{value}” is not a letter followed by 9 digits.',
  },
  kvnrCheckDigit: {
    de: 'Die Prüfziffer der KVNR „{value}“ stimmt nicht. Bitte prüfen.',
    en: 'The check digit of insurance number “{value}” is wrong. Please check it.',
  },
  invalidIcd: {
    de: '„{value}“ (der {position}. Code) ist kein ICD-Code. Erwartet wird zum Beispiel C50.1.',
    en: '“{value}” (code number {position}) is not an ICD code. Expected is, for example, C50.1.',
  },
  icdUnknown: {
    de: '„{value}“ steht nicht im ICD-10-GM {year}. Bitte prüfen.',
    en: '“{value}” is not in ICD-10-GM {year}. Please check it.',
  },
  icdNotTerminal: {
    de: '„{value}“ ist im ICD-10-GM {year} nicht endständig: Es gibt genauere Codes. Bitte prüfen.',
    en: '“{value}” is not terminal in ICD-10-GM {year}: there are more precise codes. Please check it.',
  },
  icdNotPrimary: {
    de: '„{value}“ ist im ICD-10-GM {year} kein Primärcode (Verwendung nach § 295: {usage}). Bitte prüfen.',
    en: '“{value}” is not a primary code in ICD-10-GM {year} (use per § 295: {usage}). Please check it.',
  },
  needsGutachten: {
    de: '{field} ist nur möglich, wenn ein Gutachten vorliegt.',
    en: '{field} needs an expert opinion.',
  },
  needsTherapieaenderung: {
    de: '{field} ist nur möglich, wenn die Therapieänderung „Ja“ ist.',
    en: '{field} needs the change of therapy to be “yes”.',
  },
  invalidCount: {
    de: 'Blatt „{sheet}“, Zeile {row}, {field}: „{value}“ ist keine ganze Zahl ab 0. Bitte die Anzahl eintragen.',
    en: 'Sheet “{sheet}”, row {row}, {field}: “{value}” is not a whole number from 0 on. Please enter the count.',
  },
  missingCount: {
    de: 'Blatt „{sheet}“, Zeile {row}, {field}: Die Anzahl fehlt. Bitte eintragen, auch eine 0.',
    en: 'Sheet “{sheet}”, row {row}, {field}: the count is missing. Please enter it, a 0 too.',
  },
  unknownWeek: {
    de: 'Blatt „{sheet}“, Zeile {row}: „{value}“ ist keine Kalenderwoche des Jahres {jahr} (1 bis {lastKw}). Bitte berichtigen.',
    en: 'Sheet “{sheet}”, row {row}: “{value}” is not a week of the year {jahr} (1 to {lastKw}). Please correct it.',
  },
  repeatedWeek: {
    de: 'Blatt „{sheet}“, Zeile {row}: KW {value} steht schon in Zeile {firstRow}. Bitte eine der beiden Zeilen entfernen.',
    en: 'Sheet “{sheet}”, row {row}: week {value} stands in row {firstRow} already. Please remove one of the two rows.',
  },
  missingWeek: {
    de: 'KW {value} fehlt auf dem Blatt „{sheet}“. Bitte die Zeile ergänzen.',
    en: 'Week {value} is missing on the sheet “{sheet}”. Please add its row.',
  },
  differentCount: {
    de: '{field}: Blatt „{sheet}“, Zeile {row}, hat {value}; übernommen wird {taken} von „{takenFrom}“. Bitte prüfen.',
    en: '{field}: sheet “{sheet}”, row {row}, has {value}; {taken} of “{takenFrom}” is taken. Please check it.',
  },
  differentSum: {
    de: '{field}: {value} steht für alle, die Fachgebiete ergeben zusammen {sum}. Bitte prüfen.',
    en: '{field}: {value} is given for all, the specialties add up to {sum}. Please check it.',
  },
  differentTotal: {
    de: 'Blatt „{sheet}“, Zeile „Gesamt“, {field}: Dort steht {value}, die Wochen ergeben {sum}. Bitte prüfen.',
    en: 'Sheet “{sheet}”, row “Gesamt”, {field}: it says {value}, the weeks add up to {sum}. Please check it.',
  },
  neverChanges: {
    de: '{field} wird einmal vergeben und kann nicht geändert werden.',
    en: '{field} is given once and cannot be changed.',
  },
} as const satisfies Record<string, { de: string; en: string }>

export type ProblemCode = keyof typeof problemTexts
