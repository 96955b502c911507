import { caseFields, isCaseFieldName } from './cases/caseFields'
import type { Language } from './language'
import { isSummaryColumn, summaryColumnLabel } from './reports/summaryColumns'

/** What a field of a case or a count of a week is called; any other name stands for itself. */
export function fieldLabel({ field, language }: { field: string; language: Language }): string {
  if (isCaseFieldName(field)) return caseFields[field][language]
  return isSummaryColumn(field) ? summaryColumnLabel({ column: field, language }) : field
}
