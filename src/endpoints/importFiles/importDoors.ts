import type { endpoints } from '../../access/rolesTable'
import type { DoorContract } from '../../lib/doorContract'
import type { FileKind } from '../../lib/fileMediaTypes'
import type { ImportSource } from '../../services/imports/importSources'

/** Every way in for files (SPEC §8): the kind of file, the door it is brought to, and what it is called. */
export const importDoors = [
  {
    door: 'POST /api/import/csv',
    kind: 'crm-csv',
    file: 'csv',
    title: { de: 'CRM-Export', en: 'CRM export' },
  },
  {
    door: 'POST /api/import/icd-xlsx',
    kind: 'icd-xlsx',
    file: 'xlsx',
    title: { de: 'Ausgefüllte ICD-Vorlage', en: 'ICD template, filled in' },
  },
  {
    door: 'POST /api/import/historical',
    kind: 'abrechnung-xlsx',
    file: 'xlsx',
    title: { de: 'Abrechnungsmappe', en: 'Accounting workbook' },
  },
  {
    door: 'POST /api/import/berichtswesen',
    kind: 'berichtswesen-xlsx',
    file: 'xlsx',
    title: { de: 'Berichtswesen eines früheren Jahres', en: 'Report workbook of an earlier year' },
  },
  {
    door: 'POST /api/admin/excel-sync',
    kind: 'sync-xlsx',
    file: 'xlsx',
    title: { de: 'Abgleich mit der bearbeiteten Mappe', en: 'Sync with the edited workbook' },
  },
] as const satisfies readonly {
  door: keyof typeof endpoints
  kind: ImportSource
  file: FileKind
  title: DoorContract['title']
}[]

export type ImportDoor = (typeof importDoors)[number]
