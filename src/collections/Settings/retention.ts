import type { GroupField } from 'payload'
import { minCaseDays, minImportDays } from '../../domain/erasure/retentionLimits'

/** How long data of persons is kept; see docs/privacy.md. */
export const retention: GroupField = {
  name: 'retention',
  type: 'group',
  label: { de: 'Aufbewahrung', en: 'Retention' },
  admin: {
    description: {
      de: 'Ein leeres Feld heißt: wird nicht gelöscht. Was die Fristen löschen würden, zeigt die Seite „Löschung“ vorher.',
      en: 'An empty field means: is not erased. The page “Erasure” shows beforehand what the periods would erase.',
    },
  },
  fields: [
    {
      name: 'caseDays',
      type: 'number',
      min: minCaseDays,
      max: 36_525,
      label: {
        de: `Fälle werden so viele Tage nach ihrem Datum gelöscht (mindestens ${minCaseDays}: Vorjahresvergleich)`,
        en: `Cases are erased so many days after their date (at least ${minCaseDays}: comparison with the year before)`,
      },
    },
    {
      name: 'importDays',
      type: 'number',
      min: minImportDays,
      max: 36_525,
      label: {
        de: 'Zeilen von Importen werden so viele Tage nach der letzten Änderung gelöscht (danach nicht mehr rücknehmbar)',
        en: 'Rows of imports are erased so many days after the last change (no longer undone then)',
      },
    },
    {
      name: 'isAutomatic',
      type: 'checkbox',
      defaultValue: false,
      label: { de: 'Jede Nacht von selbst löschen', en: 'Erase every night by itself' },
    },
  ],
}
