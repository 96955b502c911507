import type { TaskConfig } from 'payload'
import { undoQueued } from '../../services/imports/undoQueued'

/** Undoes an import of many rows. It never fails itself: the import says what became of it. */
export const undoImport: TaskConfig<'undoImport'> = {
  slug: 'undoImport',
  retries: 0,
  inputSchema: [
    { name: 'importId', type: 'text', required: true },
    { name: 'user', type: 'text' },
    { name: 'ip', type: 'text' },
    { name: 'userAgent', type: 'text' },
  ],
  handler: async ({ input, req: { payload } }) => {
    const { importId, user = null, ip = null, userAgent = null } = input
    await undoQueued({ payload, importId, origin: { user, ip, userAgent } })
    return { output: {} }
  },
}
