import type { ImportKind } from '../imports/importState'
import type { NotificationEvent } from './notificationTypes'

/**
 * What is told of an applied import: new cases of a CRM export, codes of an ICD workbook that DAK staff brought, and that a workbook with codings may have emptied the coding queue.
 */
export function eventOfImport({
  kind,
  importId,
  created,
  updated,
  coded,
  role,
  at,
}: {
  kind: ImportKind
  importId: string
  created: number
  updated: number
  /** How many of the updated were pending coding and are not any more. */
  coded: number
  /** Of whoever applied it; `null` for the command line. */
  role: string | null
  at: string
}): NotificationEvent | null {
  const related = { collection: 'imports', id: importId } as const
  if (kind === 'crm-csv' && created > 0)
    return { type: 'new_cases_uploaded', figures: { anzahl: created }, related, at }
  if (kind === 'icd-xlsx' && updated > 0 && role === 'dak_mitarbeiter')
    return { type: 'icd_uploaded', figures: { anzahl: updated }, related, at }
  if (coded > 0) return { type: 'coding_completed', figures: {}, related, at, needsEmptyQueue: true }
  return null
}
