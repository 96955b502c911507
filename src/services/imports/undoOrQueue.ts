import { originForJob } from '../requestOfJob'
import { reopenImport } from './importStatus'
import { loadImport } from './loadImport'
import { maxRowsAtOnce } from './maxRowsAtOnce'
import { beginUndoing, type Undoing, undoImport } from './undoImport'
import type { UndoResult } from './undoResult'

export type QueuedUndo = { importId: string; status: 'applied'; isUndoing: true }

/** Undoes an import, or takes it and leaves a large one to a job; see `undoImport` for what holds of both. */
export async function undoOrQueue(undoing: Undoing): Promise<UndoResult | QueuedUndo> {
  const { req, importId } = undoing
  const entry = await loadImport({ req, id: importId })
  if ((entry.total ?? 0) <= maxRowsAtOnce) return undoImport(undoing)
  await beginUndoing(undoing)
  try {
    const input = { ...originForJob(req), importId }
    await req.payload.jobs.queue({ task: 'undoImport', queue: 'imports', input })
  } catch (error) {
    await reopenImport({ req, importId, from: 'undoing', failure: [{ message: '', code: 'undoFailed' }] })
    throw error
  }
  return { importId, status: 'applied', isUndoing: true }
}
