import type { Role } from '../../access/hasRole'
import type { ImportSource } from '../../services/imports/importSources'

/** Where a kind of file comes in, and who may bring it. */
export type ImportDoor = { path: `/${string}`; kind: ImportSource; roles: readonly Role[] }

/** Every way in for files (SPEC §8). */
export const importDoors: readonly ImportDoor[] = [
  { path: '/import/csv', kind: 'crm-csv', roles: ['admin'] },
  { path: '/import/icd-xlsx', kind: 'icd-xlsx', roles: ['admin', 'dak_mitarbeiter'] },
  { path: '/import/historical', kind: 'abrechnung-xlsx', roles: ['admin'] },
  { path: '/import/berichtswesen', kind: 'berichtswesen-xlsx', roles: ['admin'] },
  { path: '/admin/excel-sync', kind: 'sync-xlsx', roles: ['admin'] },
]
