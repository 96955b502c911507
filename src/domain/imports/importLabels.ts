import type { Language } from '../language'
import type { ImportKind, ImportStatus } from './importState'

/** What a kind of file is called. */
export const importKindLabels: Record<ImportKind, Record<Language, string>> = {
  'crm-csv': { de: 'CRM-Export (CSV)', en: 'CRM export (CSV)' },
  'icd-xlsx': { de: 'ICD-Arbeitsmappe', en: 'ICD workbook' },
  'abrechnung-xlsx': { de: 'Abrechnung', en: 'Accounting' },
  'berichtswesen-xlsx': { de: 'Berichtswesen', en: 'Report workbook' },
  'sync-xlsx': { de: 'Abgleich', en: 'Sync' },
}

/** What the state of an import is called. */
export const importStatusLabels: Record<ImportStatus, Record<Language, string>> = {
  previewed: { de: 'Vorschau', en: 'preview' },
  applying: { de: 'wird übernommen', en: 'being applied' },
  applied: { de: 'übernommen', en: 'applied' },
  undone: { de: 'zurückgenommen', en: 'undone' },
  failed: { de: 'fehlgeschlagen', en: 'failed' },
  expired: { de: 'abgelaufen', en: 'expired' },
}
