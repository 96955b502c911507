import type { PayloadRequest } from 'payload'
import { withLock } from '../../lib/keyedLock'
import { refusal } from '../../lib/refuse'
import type { Import } from '../../payload-types'
import { storeOf } from '../../store/storeOf'
import { moveImport, stageOf } from './importStatus'
import { loadImport } from './loadImport'
import { planUndoing } from './planUndoing'
import { reopenUnlessDone } from './reopenUnlessDone'
import { trackProgress } from './trackProgress'
import { storedUndoResult, type UndoResult } from './undoResult'

/** How often an undoing is planned anew when cases change under it. */
const maxAttempts = 3

export type Undoing = { req: PayloadRequest; importId: string }

/**
 * Takes back an applied import, whole or not at all, except the cases that were edited since. A second undo is a `409`
 * with the first result; of two at once one undoes.
 */
export async function undoImport(undoing: Undoing): Promise<UndoResult> {
  return withLock('imports', async () => {
    const entry = await beginUndoing(undoing)
    return carryOutUndo({ ...undoing, entry })
  })
}

/** Takes an applied import for undoing; from now on nobody else does. */
export async function beginUndoing({ req, importId }: Undoing): Promise<Import> {
  const entry = await loadImport({ req, id: importId })
  if (stageOf(entry) !== 'applied') throw notUndoable(req, entry)
  if (entry.rowsErasedAt) throw refusal(req, 409, 'importRowsErased', { extra: { importId } })
  if (await moveImport({ req, importId, from: 'applied', to: 'undoing', data: { failure: null } }))
    return entry
  throw notUndoable(req, await loadImport({ req, id: importId }))
}

/** Undoes an import that was taken; whatever keeps it from being undone is noted with it, and it can be undone again. */
export function carryOutUndo(undoing: Undoing & { entry: Import }): Promise<UndoResult> {
  return reopenUnlessDone({ ...undoing, from: 'undoing', work: () => undo(undoing) })
}

function undo({ req, importId, entry }: Undoing & { entry: Import }): Promise<UndoResult> {
  const { appliedAt } = entry
  if (!appliedAt) throw notUndoable(req, entry)
  const store = storeOf(req.payload)
  return trackProgress({
    req,
    importId,
    total: entry.total ?? 0,
    work: async (tell) => {
      for (let attempt = 1; attempt <= maxAttempts; ) {
        const revision = await store.revisionOf('imports')
        const { writes, result } = await planUndoing({ req, importId, appliedAt, tell })
        const outcome = await store.undoImport({ ...writes, revision }, (share) => tell('storing', share))
        if (outcome === 'undone') return result
        if (outcome === 'notOpen') throw notUndoable(req, await loadImport({ req, id: importId }))
        if (outcome === 'conflict') attempt += 1
      }
      throw refusal(req, 409, 'undoBusy')
    },
  })
}

function notUndoable(req: PayloadRequest, entry: Import) {
  const { id: importId, status } = entry
  const extra = { importId, status }
  if (stageOf(entry) === 'undoing') return refusal(req, 409, 'undoUnderWay', { extra })
  if (status !== 'undone') return refusal(req, 409, 'importNotApplied', { params: { status }, extra })
  return refusal(req, 409, 'importAlreadyUndone', { extra: { ...extra, result: storedUndoResult(entry) } })
}
