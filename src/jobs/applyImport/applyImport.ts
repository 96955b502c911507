import type { TaskConfig } from 'payload'
import { carryOutQueued } from '../../services/imports/carryOutQueued'

/** Applies a confirmed import of many rows. It never fails itself: the import says what became of it. */
export const applyImport: TaskConfig<'applyImport'> = {
  slug: 'applyImport',
  retries: 0,
  inputSchema: [
    { name: 'importId', type: 'text', required: true },
    { name: 'user', type: 'text' },
    { name: 'ip', type: 'text' },
    { name: 'userAgent', type: 'text' },
    // What was given with the confirmation, by row.
    { name: 'decisions', type: 'json', required: true },
    { name: 'corrections', type: 'json', required: true },
  ],
  handler: async ({ input, req: { payload } }) => {
    const { importId, user = null, ip = null, userAgent = null } = input
    const decisions = input.decisions as Parameters<typeof carryOutQueued>[0]['input']['decisions']
    const corrections = input.corrections as Parameters<typeof carryOutQueued>[0]['input']['corrections']
    await carryOutQueued({ payload, input: { importId, user, ip, userAgent, decisions, corrections } })
    return { output: {} }
  },
}
