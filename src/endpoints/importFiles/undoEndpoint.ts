import { z } from 'zod'
import { acceptedResponse } from '../../lib/acceptedResponse'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { undoOrQueue } from '../../services/imports/undoOrQueue'
import { importUndoOut, undoQueuedOut } from './contract'

/** `POST /api/import/:id/undo`: admins any import, DAK staff their own (SPEC §8); a large one is undone by a job. */
export const undoEndpoint = defineEndpoint({
  door: 'POST /api/import/:id/undo',
  params: z.object({ id: z.string() }),
  output: importUndoOut,
  handle: async ({ req, params }) => {
    const outcome = await undoOrQueue({ req, importId: params.id })
    return outcome.status === 'undone' ? outcome : acceptedResponse(undoQueuedOut.parse(outcome))
  },
})
