import { z } from 'zod'
import type { DoorContract } from '../doorContract'
import {
  accessOut,
  changedOut,
  loginIn,
  loginOut,
  meOut,
  messageOut,
  preferenceIn,
  preferenceOut,
  refreshOut,
  resetPasswordIn,
  resetPasswordOut,
  unlockIn,
} from './payloadSchemas'

const keyParams = z.object({ key: z.string() })

/** Payload's endpoints that only some collections have; those of every collection are in `collectionContract`. */
export const payloadContracts = {
  'GET /api/access': {
    title: { de: 'Was man darf, nach Sammlung und Feld', en: 'What one may do, by collection and field' },
    output: accessOut,
  },
  'POST /api/users/login': {
    title: {
      de: 'Anmelden; setzt auch das Cookie der Oberfläche',
      en: 'Log in; sets the panel’s cookie as well',
    },
    body: loginIn,
    output: loginOut,
    limit: { door: 'login' },
    refuses: {
      400: ['invalid'],
      401: ['unauthenticated', 'totpRequired'],
      403: ['accountInactive', 'addressUnconfirmed'],
      423: ['locked'],
    },
  },
  'POST /api/users/logout': {
    title: { de: 'Abmelden', en: 'Log out' },
    output: messageOut,
    refuses: { 400: ['invalid'] },
  },
  'GET /api/users/me': {
    title: { de: 'Das eigene Konto; ohne Anmeldung `null`', en: 'One’s own account; `null` without a login' },
    output: meOut,
  },
  'POST /api/users/refresh-token': {
    title: { de: 'Die laufende Sitzung verlängern', en: 'Renew the present session' },
    output: refreshOut,
  },
  'POST /api/users/reset-password': {
    title: {
      de: 'Neues Passwort mit dem Token aus der E-Mail setzen',
      en: 'Set a new password with the token of the mail',
    },
    body: resetPasswordIn,
    output: resetPasswordOut,
    limit: { door: 'resetPassword' },
    refuses: {
      401: ['totpRequired', 'totpWrong'],
      403: ['resetTokenInvalid', 'accountInactive'],
      422: ['problem'],
      423: ['locked'],
    },
  },
  'POST /api/users/unlock': {
    title: { de: 'Die Sperre eines Kontos aufheben', en: 'Take the lock off an account' },
    body: unlockIn,
    output: messageOut,
    refuses: { 400: ['invalid'], 404: ['notFound'] },
  },
  'GET /api/reports/file/:filename': {
    title: {
      de: 'Die Arbeitsmappe eines Berichts nach ihrem Dateinamen',
      en: 'The workbook of a report by its file name',
    },
    params: z.object({ filename: z.string() }),
    download: ['xlsx'],
    refuses: { 404: ['fileGone'], 503: ['filesAway'] },
  },
  'GET /api/payload-preferences/:key': {
    title: { de: 'Eine eigene Einstellung der Oberfläche', en: 'One of one’s own preferences in the panel' },
    params: keyParams,
    output: z.union([preferenceOut, z.object({ message: z.string(), value: z.null() })]),
  },
  'POST /api/payload-preferences/:key': {
    title: {
      de: 'Eine eigene Einstellung der Oberfläche setzen',
      en: 'Set one of one’s own preferences in the panel',
    },
    params: keyParams,
    body: preferenceIn,
    output: changedOut(preferenceOut),
  },
  'DELETE /api/payload-preferences/:key': {
    title: {
      de: 'Eine eigene Einstellung der Oberfläche entfernen',
      en: 'Remove one of one’s own preferences in the panel',
    },
    params: keyParams,
    output: z.looseObject({ message: z.string() }),
    refuses: { 404: ['notFound'] },
  },
} as const satisfies Record<string, DoorContract>

/** Whether a door of Payload stands in the table by itself. */
export function isPayloadDoor(name: string): name is keyof typeof payloadContracts {
  return Object.hasOwn(payloadContracts, name)
}
