/** Where a kind of file goes in, and what the browser's dialog offers. */
export type ImportDoor = (typeof importDoors)[number]

const workbooks = '.xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Every kind of file that can be imported in the panel, the weekly one first. */
export const importDoors = [
  { kind: 'crm-csv', path: '/api/import/csv', accept: '.csv,.txt,text/csv' },
  { kind: 'icd-xlsx', path: '/api/import/icd-xlsx', accept: workbooks },
  { kind: 'abrechnung-xlsx', path: '/api/import/historical', accept: workbooks },
  { kind: 'berichtswesen-xlsx', path: '/api/import/berichtswesen', accept: workbooks },
  { kind: 'sync-xlsx', path: '/api/admin/excel-sync', accept: workbooks },
] as const

/** The door a stored import came in by; it is confirmed there. */
export function doorOf(kind: string): ImportDoor | undefined {
  return importDoors.find((door) => door.kind === kind)
}
