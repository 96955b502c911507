import { z } from 'zod'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { undoImport } from '../../services/imports/undoImport'
import { importUndoOut } from './contract'

/** `POST /api/import/:id/undo`: admins any import, DAK staff their own (SPEC §8). */
export const undoEndpoint = defineEndpoint({
  door: 'POST /api/import/:id/undo',
  params: z.object({ id: z.string() }),
  output: importUndoOut,
  handle: ({ req, params }) => undoImport({ req, id: params.id }),
})
