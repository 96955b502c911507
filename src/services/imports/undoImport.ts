import type { PayloadRequest } from 'payload'
import { type BlockUndo, planUndo } from '../../domain/imports/planUndo'
import { planWeekUndo } from '../../domain/imports/planWeekUndo'
import { withLock } from '../../lib/keyedLock'
import { refusal } from '../../lib/refuse'
import type { Import } from '../../payload-types'
import { storeOf } from '../../store/storeOf'
import { findWeeks } from './findWeeks'
import { loadPlanBlocks } from './importBlocks'
import { loadImport } from './loadImport'
import { storedUndoResult, type UndoResult } from './undoResult'
import { undoWrites } from './undoWrites'

/** How often an undoing is planned anew when cases change under it. */
const maxAttempts = 3

/**
 * Takes back an applied import, whole or not at all, except the cases that were edited since. A second undo is a `409`
 * with the first result; of two at once one undoes.
 */
export async function undoImport({ req, id }: { req: PayloadRequest; id: string }): Promise<UndoResult> {
  return withLock('imports', async () => {
    const entry = await loadImport({ req, id })
    const { appliedAt } = entry
    if (entry.status !== 'applied' || !appliedAt) throw notUndoable(req, entry)
    const blocks = await loadUndo({ req, importId: id })
    const written = blocks.flatMap(({ weeks = [] }) => weeks)
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const current = await storeOf(req.payload).findByIds(caseIdsOf(blocks))
      const plan = planUndo({ blocks, current, appliedAt })
      const currentWeeks = await findWeeks({ req, ids: written.map((week) => week.id) })
      const weeks = planWeekUndo({ written, current: currentWeeks, appliedAt })
      const { writes, result } = undoWrites({ req, importId: id, appliedAt, plan, weeks })
      const outcome = await storeOf(req.payload).undoImport(writes)
      if (outcome === 'undone') return result
      if (outcome === 'notOpen') throw notUndoable(req, await loadImport({ req, id }))
    }
    throw refusal(req, 409, 'undoBusy')
  })
}

async function loadUndo({ req, importId }: { req: PayloadRequest; importId: string }): Promise<BlockUndo[]> {
  const blocks = await loadPlanBlocks({ req, importId, parts: ['undo'] })
  return blocks.flatMap(({ undo }) => (undo ? [undo] : []))
}

/** Each case once, however many rows wrote to it. */
function caseIdsOf(blocks: readonly BlockUndo[]): string[] {
  const ids = new Set<string>()
  for (const { rows } of blocks) for (const { caseId } of rows) ids.add(caseId)
  return [...ids]
}

function notUndoable(req: PayloadRequest, entry: Import) {
  const { id, status } = entry
  if (status !== 'undone') {
    return refusal(req, 409, 'importNotApplied', { params: { status }, extra: { importId: id, status } })
  }
  const result = storedUndoResult(entry)
  return refusal(req, 409, 'importAlreadyUndone', { extra: { importId: id, status, result } })
}
