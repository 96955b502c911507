import type { TaskConfig } from 'payload'
import { undoQueued } from '../../services/imports/undoQueued'
import { importJobFields } from '../importJobFields'

/** Undoes an import of many rows. It never fails itself: the import says what became of it. */
export const undoImport: TaskConfig<'undoImport'> = {
  slug: 'undoImport',
  retries: 0,
  inputSchema: importJobFields,
  handler: async ({ input, req: { payload } }) => {
    await undoQueued({ payload, input })
    return { output: {} }
  },
}
