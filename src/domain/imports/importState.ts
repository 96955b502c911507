/** Where a file's rows come from (SPEC §2). */
export const importKinds = [
  'crm-csv',
  'icd-xlsx',
  'abrechnung-xlsx',
  'berichtswesen-xlsx',
  'sync-xlsx',
] as const
export type ImportKind = (typeof importKinds)[number]

/** What the kinds of files are called. */
export const importKindLabels: Record<ImportKind, { de: string; en: string }> = {
  'crm-csv': { de: 'CRM-Export (CSV)', en: 'CRM export (CSV)' },
  'icd-xlsx': { de: 'ICD-Arbeitsmappe', en: 'ICD workbook' },
  'abrechnung-xlsx': { de: 'Abrechnung', en: 'Accounting' },
  'berichtswesen-xlsx': { de: 'Berichtswesen', en: 'Report workbook' },
  'sync-xlsx': { de: 'Abgleich', en: 'Sync' },
}

/** The life of an import: previewed → applying → applied → undone, or failed, or expired. */
export const importStatuses = ['previewed', 'applying', 'applied', 'undone', 'failed', 'expired'] as const
export type ImportStatus = (typeof importStatuses)[number]

/** What applying an import does, in this order. */
export const importPhases = ['reading', 'planning', 'preparing', 'storing'] as const
export type ImportPhase = (typeof importPhases)[number]
