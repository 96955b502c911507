import type { CalendarDate } from '../calendar/calendarDate'
import { formatGermanDate } from '../calendar/germanDate'
import { formatGermanMoment } from '../calendar/germanMoment'
import { type RichText, textsOf } from '../mails/richText'

type Label = { de: string; en: string }

/** How the values of a field are said: `day` is a calendar day, `moment` an instant, `user` an id. */
export type AuditFieldKind = 'text' | 'number' | 'day' | 'moment' | 'boolean' | 'choice' | 'richText' | 'user'

/** A field as the audit log tells of it. */
export type AuditField = {
  label: Label
  kind: AuditFieldKind
  options?: Readonly<Record<string, Label>>
}

/** A value of an entry as a person reads it; '' for nothing. What is not as its field says stands as it is. */
export function auditValueText({
  value,
  field: { kind, options },
  language,
  nameOf,
}: {
  value: unknown
  field: AuditField
  language: 'de' | 'en'
  /** The name of an account. */
  nameOf: (id: string) => string
}): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return yesNo[language][value ? 'yes' : 'no']
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object') return kind === 'richText' ? spoken(value) : JSON.stringify(value)
  const text = String(value)
  switch (kind) {
    case 'day':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? formatGermanDate(text as CalendarDate) : text
    case 'moment':
      return Number.isNaN(Date.parse(text)) ? text : formatGermanMoment(text)
    case 'choice':
      return options?.[text]?.[language] ?? text
    case 'user':
      return nameOf(text)
    case 'text':
    case 'number':
    case 'boolean':
    case 'richText':
      return text
  }
}

const yesNo = { de: { yes: 'Ja', no: 'Nein' }, en: { yes: 'Yes', no: 'No' } } as const

function spoken(value: object): string {
  return 'root' in value ? textsOf((value as RichText).root).join(' ') : JSON.stringify(value)
}
