import type { AuditAction, AuditDetail, DownloadedFile, SignInFailure } from './auditEntry'

type Label = { de: string; en: string }

/** What was done, in words. */
export const actionLabels: Record<AuditAction, Label> = {
  create: { de: 'Angelegt', en: 'Created' },
  update: { de: 'Geändert', en: 'Changed' },
  delete: { de: 'Gelöscht', en: 'Deleted' },
  open: { de: 'Geöffnet', en: 'Opened' },
  erase: { de: 'Daten gelöscht', en: 'Data erased' },
  requestErasure: { de: 'Löschung veranlasst', en: 'Erasure requested' },
  preview: { de: 'Datei eingelesen', en: 'File read' },
  replan: { de: 'Vorschau geändert', en: 'Preview changed' },
  import: { de: 'Import übernommen', en: 'Import applied' },
  undo: { de: 'Import rückgängig gemacht', en: 'Import undone' },
  expire: { de: 'Vorschau verfallen', en: 'Preview expired' },
  report: { de: 'Bericht erzeugt', en: 'Report generated' },
  download: { de: 'Heruntergeladen', en: 'Downloaded' },
  login: { de: 'Angemeldet', en: 'Logged in' },
  loginFailed: { de: 'Anmeldung gescheitert', en: 'Login failed' },
  lock: { de: 'Gesperrt', en: 'Locked' },
  unlock: { de: 'Entsperrt', en: 'Unlocked' },
  logout: { de: 'Abgemeldet', en: 'Logged out' },
  endSessions: { de: 'Sitzungen beendet', en: 'Sessions ended' },
  reuseToken: { de: 'Token ein zweites Mal benutzt', en: 'Token used a second time' },
  changePassword: { de: 'Passwort geändert', en: 'Password changed' },
  requestPasswordReset: { de: 'Neues Passwort angefordert', en: 'New password asked for' },
  resetPassword: { de: 'Passwort neu gesetzt', en: 'Password reset' },
  setUpMfa: { de: 'Zweiten Faktor begonnen', en: 'Second factor set up' },
  enableMfa: { de: 'Zweiten Faktor eingeschaltet', en: 'Second factor enabled' },
  disableMfa: { de: 'Zweiten Faktor ausgeschaltet', en: 'Second factor disabled' },
  resetMfa: { de: 'Zweiten Faktor zurückgesetzt', en: 'Second factor reset' },
  renewRecoveryCodes: { de: 'Neue Wiederherstellungscodes', en: 'New recovery codes' },
  useRecoveryCode: { de: 'Wiederherstellungscode benutzt', en: 'Recovery code used' },
  register: { de: 'Registriert', en: 'Registered' },
  confirmAddress: { de: 'Adresse bestätigt', en: 'Address confirmed' },
  useInvitation: { de: 'Einladung benutzt', en: 'Invitation used' },
  revokeInvitation: { de: 'Einladung zurückgezogen', en: 'Invitation revoked' },
  mailInvitation: { de: 'Einladung neu geschickt', en: 'Invitation sent anew' },
  sendAgain: { de: 'Erneut gesendet', en: 'Sent again' },
  reseal: { de: 'Werte ersetzt und neu versiegelt', en: 'Values replaced and sealed anew' },
}

/** What an entry carries other than changed fields, in words. */
export const detailLabels: Record<AuditDetail, Label> = {
  filename: { de: 'Datei', en: 'File' },
  kind: { de: 'Art', en: 'Kind' },
  rows: { de: 'Zeilen', en: 'Rows' },
  decisions: { de: 'Entscheidungen', en: 'Decisions' },
  corrections: { de: 'Berichtigungen', en: 'Corrections' },
  created: { de: 'Angelegt', en: 'Created' },
  updated: { de: 'Geändert', en: 'Changed' },
  skipped: { de: 'Übersprungen', en: 'Skipped' },
  failed: { de: 'Fehler', en: 'Failed' },
  cases: { de: 'Fälle', en: 'Cases' },
  reference: { de: 'Aktenzeichen', en: 'Reference' },
  total: { de: 'Codes', en: 'Codes' },
  reversed: { de: 'Zurückgenommen', en: 'Reversed' },
  kept: { de: 'Behalten', en: 'Kept' },
  file: { de: 'Was', en: 'What' },
  filter: { de: 'Auswahl', en: 'Selection' },
  session: { de: 'Sitzung', en: 'Session' },
  reason: { de: 'Grund', en: 'Reason' },
  until: { de: 'Bis', en: 'Until' },
  sessions: { de: 'Sitzungen', en: 'Sessions' },
  usedBy: { de: 'Von', en: 'By' },
  to: { de: 'An', en: 'To' },
  subject: { de: 'Betreff', en: 'Subject' },
}

const failureLabels: Record<SignInFailure, Label> = {
  password: { de: 'Falsches Passwort', en: 'Wrong password' },
  code: { de: 'Falscher Code', en: 'Wrong code' },
  locked: { de: 'Konto gesperrt', en: 'Account locked' },
  inactive: { de: 'Konto nicht freigeschaltet', en: 'Account not open' },
  unknownAccount: { de: 'Unbekannte Adresse', en: 'Unknown address' },
}

/** The files that leave the portal, in words. */
export const fileLabels: Record<DownloadedFile, Label> = {
  report: { de: 'Bericht', en: 'Report' },
  codingTemplate: { de: 'ICD-Vorlage', en: 'ICD template' },
  syncWorkbook: { de: 'Abgleichsdatei', en: 'Sync workbook' },
  errorFile: { de: 'Fehlerdatei', en: 'Error file' },
  analyses: { de: 'Analysen', en: 'Analyses' },
  auditLog: { de: 'Protokoll', en: 'Audit log' },
}

/** The words of what entries carry as one of a few choices. */
export const detailOptions: Partial<Record<AuditDetail, Readonly<Record<string, Label>>>> = {
  reason: failureLabels,
  file: fileLabels,
  session: { panel: { de: 'Oberfläche', en: 'Panel' }, api: { de: 'API', en: 'API' } },
}
