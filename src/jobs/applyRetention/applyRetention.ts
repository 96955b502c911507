import type { TaskConfig } from 'payload'
import { applyRetention as apply } from '../../services/erasure/applyRetention'
import { onSchedule } from '../onSchedule'
import { originFields } from '../originFields'

/** Erases what is older than the settings say, every night where they do, and whenever an admin asks for it. */
export const applyRetention: TaskConfig<'applyRetention'> = {
  slug: 'applyRetention',
  retries: 0,
  inputSchema: [...originFields, { name: 'isAsked', type: 'checkbox' }],
  schedule: onSchedule('0 40 3 * * *'),
  handler: async ({ input, req: { payload } }) => {
    await apply({ payload, now: new Date(), origin: input ?? {}, isAsked: input?.isAsked === true })
    return { output: {} }
  },
}
