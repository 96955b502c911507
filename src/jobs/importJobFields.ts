import type { Field } from 'payload'

/** What every job on an import is given: the import, and who left the work, from where. */
export const importJobFields: Field[] = [
  { name: 'importId', type: 'text', required: true },
  { name: 'user', type: 'text' },
  { name: 'ip', type: 'text' },
  { name: 'userAgent', type: 'text' },
]
