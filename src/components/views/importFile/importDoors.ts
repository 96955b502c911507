import type { Role } from '../../../access/hasRole'

/** Where a kind of file goes in, who may bring it, and what the browser's dialog offers. */
export type ImportDoor = { kind: string; path: string; roles: readonly Role[]; accept: string }

const workbooks = '.xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Every kind of file that can be imported in the panel, the weekly one first. */
export const importDoors: readonly ImportDoor[] = [
  { kind: 'crm-csv', path: '/api/import/csv', roles: ['admin'], accept: '.csv,.txt,text/csv' },
  { kind: 'icd-xlsx', path: '/api/import/icd-xlsx', roles: ['admin', 'dak_mitarbeiter'], accept: workbooks },
  { kind: 'abrechnung-xlsx', path: '/api/import/historical', roles: ['admin'], accept: workbooks },
  { kind: 'berichtswesen-xlsx', path: '/api/import/berichtswesen', roles: ['admin'], accept: workbooks },
  { kind: 'sync-xlsx', path: '/api/admin/excel-sync', roles: ['admin'], accept: workbooks },
]

/** The door a stored import came in by; it is confirmed there. */
export function doorOf(kind: string): ImportDoor | undefined {
  return importDoors.find((door) => door.kind === kind)
}
