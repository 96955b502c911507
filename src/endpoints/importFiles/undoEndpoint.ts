import { z } from 'zod'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { accepted } from '../../lib/otherAnswer'
import { undoOrQueue } from '../../services/imports/undoOrQueue'
import { importUndoOut, undoQueuedOut } from './contract'

/** `POST /api/import/:id/undo`: admins any import, DAK staff their own (SPEC §8); a large one is undone by a job. */
export const undoEndpoint = defineEndpoint({
  door: 'POST /api/import/:id/undo',
  title: { de: 'Übernommenen Import rückgängig machen', en: 'Take an applied import back' },
  refuses: {
    404: ['notFound'],
    409: ['importNotApplied', 'importRowsErased', 'importAlreadyUndone', 'undoUnderWay', 'undoBusy'],
  },
  params: z.object({ id: z.string() }),
  output: importUndoOut,
  others: { 202: undoQueuedOut },
  handle: async ({ req, params }) => {
    const outcome = await undoOrQueue({ req, importId: params.id })
    return outcome.status === 'undone' ? outcome : accepted(outcome)
  },
})
