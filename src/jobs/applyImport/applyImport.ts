import type { TaskConfig } from 'payload'
import type { Amendments } from '../../domain/imports/amendments'
import { carryOutQueued } from '../../services/imports/carryOutQueued'
import { importJobFields } from '../importJobFields'

/** Applies a confirmed import of many rows. It never fails itself: the import says what became of it. */
export const applyImport: TaskConfig<'applyImport'> = {
  slug: 'applyImport',
  retries: 0,
  inputSchema: [
    ...importJobFields,
    // What was given with the confirmation, by row.
    { name: 'decisions', type: 'json', required: true },
    { name: 'corrections', type: 'json', required: true },
  ],
  handler: async ({ input, req: { payload } }) => {
    const decisions = input.decisions as Amendments['decisions']
    const corrections = input.corrections as Amendments['corrections']
    await carryOutQueued({ payload, input: { ...input, decisions, corrections } })
    return { output: {} }
  },
}
