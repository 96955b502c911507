import { caseFields, isCaseFieldName } from '../../domain/cases/caseFields'
import type { Language } from '../../domain/language'
import { formatDay } from './formatDay'

/** A value of a case as a person reads it: days DD.MM.YYYY, choices and yes/no in words; '' for nothing. */
export function formatCaseValue({
  field,
  value,
  language,
}: {
  field: string
  value: string | number | boolean | null
  language: Language
}): string {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return yesNo[language][value ? 'yes' : 'no']
  const text = String(value)
  if (!isCaseFieldName(field)) return text
  const { kind, options } = caseFields[field]
  if (kind === 'day') return formatDay(text)
  return options?.[text]?.[language] ?? text
}

const yesNo = { de: { yes: 'Ja', no: 'Nein' }, en: { yes: 'Yes', no: 'No' } } as const
