/** Whom a notification is for, of those whose account is active. */
export type Audience = 'admins' | 'dak' | 'everyone'

type Definition = {
  audience: Audience
  de: string
  en: string
  /** The figures it tells of. */
  figures: readonly string[]
}

/** The notifications of SPEC §7. */
export const notificationTypes = {
  new_cases_uploaded: { audience: 'dak', de: 'Neue Fälle', en: 'New cases', figures: ['anzahl'] },
  icd_entered: { audience: 'admins', de: 'ICD eingegeben', en: 'ICD entered', figures: ['anzahl'] },
  icd_uploaded: {
    audience: 'admins',
    de: 'ICD-Datei übernommen',
    en: 'ICD workbook applied',
    figures: ['anzahl'],
  },
  report_ready: {
    audience: 'everyone',
    de: 'Bericht erzeugt',
    en: 'Report generated',
    figures: ['jahr', 'kw'],
  },
  coding_completed: {
    audience: 'dak',
    de: 'Codierung abgeschlossen',
    en: 'Coding completed',
    figures: ['anzahl', 'offen'],
  },
} as const satisfies Record<string, Definition>

export type NotificationType = keyof typeof notificationTypes

export const notificationTypeNames = Object.keys(notificationTypes) as NotificationType[]

/** Numbers by their name; never anything of a person. */
export type Figures = Readonly<Record<string, number>>

/** What a notification leads to: a document of a collection. */
export type Related = { collection: 'cases' | 'imports' | 'reports'; id: string }

/** Something that happened and is to be told. `at` is an ISO instant. */
export type NotificationEvent = {
  type: NotificationType
  figures: Figures
  related: Related | null
  at: string
  /** Whether it holds only while nothing is pending coding, to be looked at when it is told. */
  needsEmptyQueue?: boolean
}

/** Who a user must be to be told. */
export function isOfAudience({ role, audience }: { role: string; audience: Audience }): boolean {
  if (audience === 'everyone') return true
  return role === (audience === 'admins' ? 'admin' : 'dak_mitarbeiter')
}

/** The types that someone of a role gets. */
export function typesOfRole(role: string): NotificationType[] {
  return notificationTypeNames.filter((type) =>
    isOfAudience({ role, audience: notificationTypes[type].audience }),
  )
}
