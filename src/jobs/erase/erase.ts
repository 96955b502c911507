import type { TaskConfig } from 'payload'
import { runErasures } from '../../services/erasure/runErasures'
import { originFields } from '../originFields'

/** Carries out the erasures that were asked for. What fails is noted with the erasure and tried again at night. */
export const erase: TaskConfig<'erase'> = {
  slug: 'erase',
  retries: 0,
  inputSchema: originFields,
  handler: async ({ input, req: { payload } }) => {
    await runErasures({ payload, origin: input })
    return { output: {} }
  },
}
