import type { Language } from '../domain/language'

/** What the refusals say that are not about a single field; `{name}` is filled from the parameters. */
const errorTexts = {
  unauthenticated: {
    de: 'Bitte melden Sie sich an.',
    en: 'Please log in.',
  },
  forbidden: {
    de: 'Dafür fehlt Ihnen die Berechtigung.',
    en: 'You are not allowed to do this.',
  },
  fieldForbidden: {
    de: 'Das Feld „{label}“ ({field}) darf mit Ihrer Rolle nicht geändert werden.',
    en: 'Your role may not change the field “{label}” ({field}).',
  },
  accountInactive: {
    de: 'Dieses Konto ist nicht aktiv. Bitte wenden Sie sich an die Administration.',
    en: 'This account is not active. Please contact the administrators.',
  },
  locked: {
    de: 'Das Konto ist nach zu vielen Fehlversuchen 30 Minuten gesperrt.',
    en: 'The account is locked for 30 minutes after too many failed attempts.',
  },
  tooManyRequests: {
    de: 'Das waren zu viele Versuche. Bitte in {wait} erneut versuchen.',
    en: 'Too many attempts. Please try again in {wait}.',
  },
  bodyTooLarge: {
    de: 'Die Anfrage ist größer als {maxMegabytes} MB. Bitte in kleinere teilen.',
    en: 'The request is larger than {maxMegabytes} MB. Please split it into smaller ones.',
  },
  sortForbidden: {
    de: 'Nach „{field}“ kann nicht sortiert werden, nur nach Feldern des Eintrags selbst.',
    en: '“{field}” cannot be sorted by, only fields of the entry itself.',
  },
  queryTooDeep: {
    de: 'Die Abfrage ist tiefer als {limit} Ebenen. Bitte in mehrere teilen.',
    en: 'The query is deeper than {limit} levels. Please split it.',
  },
  queryTooLarge: {
    de: 'Die Abfrage hat mehr als {limit} Felder. Bitte in mehrere teilen.',
    en: 'The query has more than {limit} fields. Please split it.',
  },
  queryTooManyAliases: {
    de: 'Die Abfrage hat mehr als {limit} Aliasnamen. Bitte in mehrere teilen.',
    en: 'The query has more than {limit} aliases. Please split it.',
  },
  queryTooManySignIns: {
    de: 'Eine Abfrage darf sich nur einmal anmelden oder ein Passwort zurücksetzen. Bitte einzeln senden.',
    en: 'A query may log in or reset a password only once. Please send them one by one.',
  },
  totpRequired: {
    de: 'Bitte geben Sie zusätzlich den sechsstelligen Code Ihrer Authenticator-App ein (oder einen Wiederherstellungscode).',
    en: 'Please enter the six-digit code of your authenticator app as well (or a recovery code).',
  },
  totpWrong: {
    de: 'Der Code stimmt nicht oder wurde schon benutzt. Bitte den nächsten Code der Authenticator-App eingeben.',
    en: 'The code is wrong or has been used. Please enter the next code of your authenticator app.',
  },
  passwordWrong: {
    de: 'Das Passwort stimmt nicht. Nach fünf Fehlversuchen wird das Konto 30 Minuten gesperrt.',
    en: 'The password is wrong. After five failed attempts the account is locked for 30 minutes.',
  },
  passwordUnchanged: {
    de: 'Das neue Passwort ist das bisherige. Bitte ein anderes wählen.',
    en: 'The new password is the present one. Please choose another.',
  },
  ownPasswordElsewhere: {
    de: 'Das eigene Passwort wird unter „Konto“ geändert (POST /api/users/change-password), mit dem bisherigen.',
    en: 'Your own password is changed on the page “Account” (POST /api/users/change-password), with the present one.',
  },
  passwordChangeRequired: {
    de: 'Bitte ändern Sie zuerst Ihr Passwort; bis dahin ist alles andere gesperrt.',
    en: 'Please change your password first; until then everything else is closed.',
  },
  mfaEnrolmentRequired: {
    de: 'Bitte richten Sie zuerst den zweiten Faktor ein; bis dahin ist alles andere gesperrt.',
    en: 'Please set up the second factor first; until then everything else is closed.',
  },
  mfaAlreadyEnabled: {
    de: 'Der zweite Faktor ist schon eingerichtet. Für ein neues Gerät bitte zuerst ausschalten.',
    en: 'The second factor is set up already. For a new device, please disable it first.',
  },
  mfaNotSetUp: {
    de: 'Es ist kein zweiter Faktor eingerichtet. Bitte zuerst einrichten (POST /api/users/mfa/setup).',
    en: 'No second factor is set up. Please set it up first (POST /api/users/mfa/setup).',
  },
  mfaOwnReset: {
    de: 'Den eigenen zweiten Faktor schaltet man unter „Konto“ aus, mit Passwort und Code.',
    en: 'Your own second factor is disabled on the page “Account”, with password and code.',
  },
  addressUnconfirmed: {
    de: 'Bitte bestätigen Sie zuerst Ihre Adresse mit dem Link aus unserer E-Mail. Ist er abgelaufen, registrieren Sie sich noch einmal.',
    en: 'Please confirm your address first, with the link in our e-mail. If it has expired, please register once more.',
  },
  confirmationInvalid: {
    de: 'Der Link gilt nicht (mehr): Er wurde schon benutzt, ersetzt oder ist älter als 24 Stunden. Bitte melden Sie sich an oder registrieren Sie sich noch einmal.',
    en: 'The link is not valid (any more): it has been used, replaced, or is older than 24 hours. Please log in, or register once more.',
  },
  domainNotAllowed: {
    de: 'Mit Adressen von „{domain}“ kann man sich nicht selbst registrieren. Bitte die dienstliche Adresse nehmen oder sich einladen lassen.',
    en: 'Addresses of “{domain}” cannot register by themselves. Please take your address at work, or ask for an invitation.',
  },
  invitationUnknown: {
    de: 'Diese Einladung gibt es nicht. Bitte den Link prüfen oder um eine neue bitten.',
    en: 'There is no such invitation. Please check the link or ask for a new one.',
  },
  invitationUsed: {
    de: 'Diese Einladung wurde schon benutzt; sie gilt einmal. Bitte um eine neue bitten.',
    en: 'This invitation has been used; it is good once. Please ask for a new one.',
  },
  invitationExpired: {
    de: 'Diese Einladung ist abgelaufen. Bitte um eine neue bitten.',
    en: 'This invitation has expired. Please ask for a new one.',
  },
  invitationRevoked: {
    de: 'Diese Einladung wurde zurückgezogen. Bitte bei der Administration nachfragen.',
    en: 'This invitation was revoked. Please ask the administrators.',
  },
  invitationForOther: {
    de: 'Diese Einladung gilt für eine andere E-Mail-Adresse. Bitte die Adresse nehmen, an die sie ging.',
    en: 'This invitation is for another e-mail address. Please take the address it was sent to.',
  },
  invitationNotOpen: {
    de: 'Diese Einladung ist nicht mehr offen: Sie wurde benutzt, zurückgezogen oder ist abgelaufen.',
    en: 'This invitation is no longer open: it was used or revoked, or has expired.',
  },
  invitationExpiry: {
    de: 'Eine Einladung muss in der Zukunft enden und gilt höchstens 90 Tage. Bitte ein anderes Ende wählen.',
    en: 'An invitation has to end in the future and is good for 90 days at most. Please choose another end.',
  },
  invitationWithoutAddress: {
    de: 'Diese Einladung ist an keine Adresse gebunden und kann nicht verschickt werden. Bitte eine Adresse angeben.',
    en: 'This invitation is bound to no address and cannot be mailed. Please give an address.',
  },
  resetTokenInvalid: {
    de: 'Der Link gilt nicht (mehr): Er wurde schon benutzt oder ist älter als 30 Minuten. Bitte einen neuen anfordern.',
    en: 'The link is not valid (any more): it has been used or is older than 30 minutes. Please ask for a new one.',
  },
  refreshTokenInvalid: {
    de: 'Das Refresh-Token gilt nicht (mehr). Bitte neu anmelden (POST /api/auth/token).',
    en: 'The refresh token is not valid (any more). Please log in again (POST /api/auth/token).',
  },
  invalidMailAddress: {
    de: '„{value}“ ist keine E-Mail-Adresse. Bitte genau eine angeben, zum Beispiel name@dak.de.',
    en: '“{value}” is no e-mail address. Please give exactly one, such as name@dak.de.',
  },
  mailBeingSent: {
    de: 'Diese E-Mail wird gerade gesendet. Bitte in ein paar Minuten noch einmal nachsehen.',
    en: 'This mail is being sent just now. Please look again in a few minutes.',
  },
  notFound: {
    de: 'Das Gesuchte gibt es nicht (mehr).',
    en: 'This was not found.',
  },
  databaseAway: {
    de: 'Die Datenbank ist gerade nicht erreichbar; gespeichert ist nichts Halbes. Bitte gleich noch einmal versuchen.',
    en: 'The database cannot be reached right now; nothing is stored by halves. Please try again shortly.',
  },
  filesAway: {
    de: 'Der Dateispeicher ist gerade nicht erreichbar; gespeichert ist nichts Halbes. Bitte gleich noch einmal versuchen.',
    en: 'The storage of files cannot be reached right now; nothing is stored by halves. Please try again shortly.',
  },
  malformed: {
    de: 'Die Anfrage ist nicht lesbar: {detail}',
    en: 'The request cannot be read: {detail}',
  },
  fileMissing: {
    de: 'Es wurde keine Datei gesendet. Bitte die Datei im Feld „file“ senden.',
    en: 'No file was sent. Please send the file in the field “file”.',
  },
  fileTooLarge: {
    de: 'Die Datei ist größer als {maxMegabytes} MB. Bitte in kleinere Dateien teilen.',
    en: 'The file is larger than {maxMegabytes} MB. Please split it into smaller files.',
  },
  writeConflict: {
    de: 'Dasselbe wird gerade auch von jemand anderem gespeichert. Es wurde nichts gespeichert. Bitte erneut versuchen.',
    en: 'Somebody else is saving the same at this moment. Nothing was saved. Please try again.',
  },
  conflict: {
    de: 'Der Fall wurde inzwischen von {who} geändert. Bitte den neuen Stand ansehen und erneut speichern.',
    en: 'The case was changed by {who} in the meantime. Please look at it and save again.',
  },
  importAlreadyApplied: {
    de: 'Dieser Import wurde bereits übernommen. Das Ergebnis liegt bei.',
    en: 'This import has already been applied. Its result is attached.',
  },
  importNotOpen: {
    de: 'Dieser Import hat den Status „{status}“ und kann nicht übernommen werden. Bitte die Datei neu hochladen.',
    en: 'This import has the status “{status}” and cannot be applied. Please upload the file again.',
  },
  importRowsErased: {
    de: 'Die Zeilen dieses Imports sind nach Ablauf der Aufbewahrungsfrist gelöscht; er kann nicht mehr zurückgenommen werden.',
    en: 'The rows of this import were erased when their retention period ended; it can no longer be undone.',
  },
  erasureCaseUnknown: {
    de: 'Den Fall „{value}“ gibt es nicht (mehr). Bitte die Fall-ID prüfen oder nach der Person suchen.',
    en: 'There is no case “{value}” (any more). Please check the Fall-ID, or search for the person.',
  },
  retentionNotSet: {
    de: 'In den Einstellungen ist keine Aufbewahrungsfrist eingetragen. Bitte dort zuerst eine eintragen.',
    en: 'The settings hold no retention period. Please enter one there first.',
  },
  erasureOfNobody: {
    de: 'Es ist niemand ausgewählt. Bitte mindestens einen Fall angeben, oder eine Person mit KVNR oder mit Nachname, Vorname und Geburtsdatum.',
    en: 'Nobody is selected. Please give at least one case, or a person with insurance number or with last name, first name and date of birth.',
  },
  erasureReferenceNames: {
    de: 'Das Aktenzeichen enthält den Namen oder die KVNR der Person und bliebe nach der Löschung stehen. Bitte eines ohne beides wählen.',
    en: 'The reference holds the person’s name or insurance number and would stay after the erasure. Please choose one without them.',
  },
  importBusy: {
    de: 'Während des Übernehmens haben sich Fälle geändert. Es wurde nichts gespeichert. Bitte erneut bestätigen.',
    en: 'Cases changed while the import was applied. Nothing was saved. Please confirm again.',
  },
  importClosed: {
    de: 'Dieser Import hat den Status „{status}“; seine Zeilen können nicht mehr berichtigt werden.',
    en: 'This import has the status “{status}”; its rows can no longer be corrected.',
  },
  planBusy: {
    de: 'Jemand anderes ändert diese Vorschau gerade. Ihre Änderung wurde nicht gespeichert; bitte erneut versuchen.',
    en: 'Somebody else is changing this preview. Your change was not saved; please try again.',
  },
  importFailed: {
    de: 'Beim Übernehmen ist ein unerwarteter Fehler aufgetreten. Es wurde nichts gespeichert. Bitte erneut bestätigen.',
    en: 'An unexpected error occurred while the import was applied. Nothing was saved. Please confirm again.',
  },
  importInterrupted: {
    de: 'Der Server wurde beim Übernehmen beendet. Es wurde nichts gespeichert. Bitte erneut bestätigen.',
    en: 'The server ended while the import was applied. Nothing was saved. Please confirm again.',
  },
  importNotApplied: {
    de: 'Dieser Import hat den Status „{status}“ und kann nicht rückgängig gemacht werden.',
    en: 'This import has the status “{status}” and cannot be undone.',
  },
  importAlreadyUndone: {
    de: 'Dieser Import wurde bereits rückgängig gemacht. Das Ergebnis liegt bei.',
    en: 'This import has already been undone. Its result is attached.',
  },
  undoUnderWay: {
    de: 'Dieser Import wird gerade rückgängig gemacht. Bitte das Ergebnis abwarten.',
    en: 'This import is being undone. Please wait for its result.',
  },
  undoFailed: {
    de: 'Beim Rückgängigmachen ist ein unerwarteter Fehler aufgetreten. Es wurde nichts gespeichert. Bitte erneut versuchen.',
    en: 'An unexpected error occurred while the import was undone. Nothing was saved. Please try again.',
  },
  undoInterrupted: {
    de: 'Der Server wurde beim Rückgängigmachen beendet. Es wurde nichts gespeichert. Bitte erneut versuchen.',
    en: 'The server ended while the import was undone. Nothing was saved. Please try again.',
  },
  undoBusy: {
    de: 'Während des Rückgängigmachens haben sich Fälle geändert. Es wurde nichts gespeichert. Bitte erneut versuchen.',
    en: 'Cases changed while the import was undone. Nothing was saved. Please try again.',
  },
  decisionRefused: {
    de: 'Zeile {row}: Die Entscheidung „{value}“ ist hier nicht möglich. Bitte die Vorschau ansehen.',
    en: 'Row {row}: the decision “{value}” is not possible here. Please look at the preview.',
  },
  correctionRefused: {
    de: 'Zeile {row}: Die Berichtigung des Feldes „{value}“ ist hier nicht möglich. Bitte die Vorschau ansehen.',
    en: 'Row {row}: the correction of the field “{value}” is not possible here. Please look at the preview.',
  },
  noSuchWeek: {
    de: 'Das Jahr {jahr} hat keine KW {kw}; die letzte ist KW {lastKw}.',
    en: 'The year {jahr} has no week {kw}; its last is week {lastKw}.',
  },
  fileGone: {
    de: 'Die Datei dieses Berichts fehlt. Bitte den Bericht neu erzeugen.',
    en: 'The file of this report is missing. Please generate the report again.',
  },
  auditExportTooLarge: {
    de: 'Die Auswahl hat mehr als {max} Einträge. Bitte enger auswählen, zum Beispiel einen kürzeren Zeitraum.',
    en: 'The selection has more than {max} entries. Please select fewer, a shorter time for example.',
  },
  auditReadOnly: {
    de: 'Einträge des Protokolls können weder geändert noch gelöscht werden.',
    en: 'Entries of the audit log can be neither changed nor deleted.',
  },
  invalid: {
    de: 'Die Eingabe ist nicht gültig.',
    en: 'The input is not valid.',
  },
  internal: {
    de: 'Ein unerwarteter Fehler ist aufgetreten. Bitte erneut versuchen.',
    en: 'An unexpected error occurred. Please try again.',
  },
} as const satisfies Record<string, { de: string; en: string }>

export type ErrorCode = keyof typeof errorTexts

/** The sentence of a code in a language, with its placeholders filled, or left open (`…`). */
export function errorText({
  code,
  language,
  params = {},
}: {
  code: ErrorCode
  language: Language
  params?: Readonly<Record<string, string | number>>
}): string {
  return errorTexts[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '…'))
}

/** Whether a stored code still has its sentence. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorTexts, code)
}
