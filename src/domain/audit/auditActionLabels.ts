import type { Language } from '../language'
import type { AuditAction } from './auditEntry'

/** What an action is called where people read the audit log. */
export const auditActionLabels: Record<AuditAction, Record<Language, string>> = {
  create: { de: 'Angelegt', en: 'Created' },
  update: { de: 'Geändert', en: 'Changed' },
  delete: { de: 'Gelöscht', en: 'Deleted' },
  login: { de: 'Angemeldet', en: 'Signed in' },
  import: { de: 'Importiert', en: 'Imported' },
  undo: { de: 'Zurückgenommen', en: 'Undone' },
  report: { de: 'Bericht erzeugt', en: 'Report generated' },
}
