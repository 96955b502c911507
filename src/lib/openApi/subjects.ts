import type { Language } from '../../domain/language'

type Subject = { name: string; addresses: readonly string[] } & Readonly<Record<Language, string>>

/** What the operations are about, in the order of the documentation; an address belongs to the first that begins it. */
const subjects: readonly Subject[] = [
  {
    name: 'sign-in',
    de: 'Anmelden, Tokens, Passwort, zweiter Faktor und Sitzungen',
    en: 'Logging in, tokens, password, second factor and sessions',
    addresses: [
      'auth',
      'access',
      'users/login',
      'users/logout',
      'users/me',
      'users/refresh-token',
      'users/forgot-password',
      'users/reset-password',
      'users/change-password',
      'users/register',
      'users/confirm-address',
      'users/mfa',
      'users/sessions',
    ],
  },
  { name: 'cases', de: 'Fälle', en: 'Cases', addresses: ['cases'] },
  {
    name: 'icd',
    de: 'ICD-Codes und Katalog',
    en: 'ICD codes and catalogue',
    addresses: ['icd-codes', 'icd-catalogue'],
  },
  { name: 'coding', de: 'Codierung der Gutachten', en: 'Coding of expert opinions', addresses: ['coding'] },
  {
    name: 'imports',
    de: 'Importe und Abgleich: Vorschau, Übernehmen, Rückgängigmachen',
    en: 'Imports and sync: preview, apply, undo',
    addresses: ['import', 'imports', 'admin/excel-sync'],
  },
  {
    name: 'reports',
    de: 'Berichtswesen, Übersicht und Auswertungen',
    en: 'Reports, dashboard and analyses',
    addresses: ['reports', 'yearly-summaries'],
  },
  {
    name: 'notifications',
    de: 'Benachrichtigungen und E-Mails',
    en: 'Notifications and mails',
    addresses: ['notifications', 'mails'],
  },
  {
    name: 'accounts',
    de: 'Konten, Einladungen und zugelassene Domains',
    en: 'Accounts, invitations and allowed domains',
    addresses: ['users', 'invitations', 'allowed-domains'],
  },
  { name: 'audit', de: 'Protokoll', en: 'Audit log', addresses: ['audit-log'] },
  { name: 'settings', de: 'Einstellungen', en: 'Settings', addresses: ['globals'] },
  {
    name: 'operation',
    de: 'Betrieb und diese Beschreibung',
    en: 'Operation and this description',
    addresses: [''],
  },
  {
    name: 'panel',
    de: 'Was die Oberfläche sich merkt',
    en: 'What the panel keeps',
    addresses: ['payload-'],
  },
]

/** The name of the subject that an address such as `/api/cases/:id` belongs to. */
export function subjectOf(address: string): string {
  const path = address.replace(/^\/api\//, '')
  const found = subjects.find(({ addresses }) =>
    addresses.some((begin) =>
      begin.endsWith('-')
        ? path.startsWith(begin)
        : begin !== '' && (path === begin || path.startsWith(`${begin}/`)),
    ),
  )
  return found?.name ?? 'operation'
}

/** Every subject, as the tags of the document. */
export function subjectTags(language: Language): { name: string; description: string }[] {
  return subjects.map((subject) => ({ name: subject.name, description: subject[language] }))
}
