import type { endpoints } from '../../access/rolesTable'
import type { ImportSource } from '../../services/imports/importSources'

/** Every way in for files (SPEC §8): the kind of file, and the door it is brought to. */
export const importDoors = [
  { door: 'POST /api/import/csv', kind: 'crm-csv' },
  { door: 'POST /api/import/icd-xlsx', kind: 'icd-xlsx' },
  { door: 'POST /api/import/historical', kind: 'abrechnung-xlsx' },
  { door: 'POST /api/import/berichtswesen', kind: 'berichtswesen-xlsx' },
  { door: 'POST /api/admin/excel-sync', kind: 'sync-xlsx' },
] as const satisfies readonly { door: keyof typeof endpoints; kind: ImportSource }[]

export type ImportDoor = (typeof importDoors)[number]
