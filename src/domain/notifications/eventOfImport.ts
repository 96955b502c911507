import type { ImportKind } from '../imports/importState'
import type { NotificationEvent } from './notificationTypes'

/** What is told of an applied import: new cases of a CRM export, codes of an ICD workbook that DAK staff brought. */
export function eventOfImport({
  kind,
  importId,
  created,
  updated,
  role,
  at,
}: {
  kind: ImportKind
  importId: string
  created: number
  updated: number
  /** Of whoever applied it; `null` for the command line. */
  role: string | null
  at: string
}): NotificationEvent | null {
  const related = { collection: 'imports', id: importId } as const
  if (kind === 'crm-csv' && created > 0)
    return { type: 'new_cases_uploaded', figures: { anzahl: created }, related, at }
  if (kind === 'icd-xlsx' && updated > 0 && role === 'dak_mitarbeiter')
    return { type: 'icd_uploaded', figures: { anzahl: updated }, related, at }
  return null
}
