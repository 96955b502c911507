import { type CaseFieldKind, caseFields, isCaseFieldName } from '../../../domain/cases/caseFields'
import type { Language } from '../../../domain/language'
import { kennzahlen } from '../../../domain/reports/comparison'
import { isSummaryColumn, summaryColumnLabel } from '../../../domain/reports/summaryColumns'

type Label = Readonly<Record<Language, string>>

/** A field of a row as it is typed and read: one of a case, or a count of a week. */
export type RowField = {
  name: string
  label: Label
  kind: CaseFieldKind
  isRequired: boolean
  options: Readonly<Record<string, Label>>
}

/** The fields of those names. Some counts are called like fields of a case, so what the rows are is told. */
export function rowFields({
  names,
  isOfWeeks,
}: {
  names: readonly string[]
  isOfWeeks: boolean
}): RowField[] {
  return names.flatMap((name) => (isOfWeeks ? countField(name) : caseField(name)) ?? [])
}

function caseField(name: string): RowField | null {
  if (!isCaseFieldName(name)) return null
  const { de, en, kind, options = {} } = caseFields[name]
  return { name, label: { de, en }, kind, isRequired: 'isRequired' in caseFields[name], options }
}

/** Every count of a week is filled; the main ones are shown as if only they had to be. */
function countField(name: string): RowField | null {
  if (!isSummaryColumn(name)) return null
  const label = {
    de: summaryColumnLabel({ column: name, language: 'de' }),
    en: summaryColumnLabel({ column: name, language: 'en' }),
  }
  const isRequired = kennzahlen.some((kennzahl) => kennzahl === name)
  return { name, label, kind: 'number', isRequired, options: {} }
}
