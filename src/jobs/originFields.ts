import type { Field } from 'payload'

/** What a job is given of who left it the work. */
export const originFields: Field[] = [
  { name: 'user', type: 'text' },
  { name: 'ip', type: 'text' },
  { name: 'userAgent', type: 'text' },
]
