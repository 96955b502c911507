import type { Field } from 'payload'
import { originFields } from './originFields'

/** What every job on an import is given: the import, and who left the work, from where. */
export const importJobFields: Field[] = [{ name: 'importId', type: 'text', required: true }, ...originFields]
