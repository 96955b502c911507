import type { PayloadRequest } from 'payload'
import { type BlockUndo, createUndoPlanner, type UndoneRow } from '../../domain/imports/planUndo'
import { planWeekUndo } from '../../domain/imports/planWeekUndo'
import { createTurns } from '../../lib/giveWay'
import { inSlices } from '../../lib/inSlices'
import type { UndoWrites } from '../../store/importStore'
import { storeOf } from '../../store/storeOf'
import { findWeeks } from './findWeeks'
import { loadPlanBlocks } from './importBlocks'
import type { TellProgress } from './trackProgress'
import { resultOfUndo, type UndoResult } from './undoResult'
import { createUndoWrites } from './undoWrites'

/** How many cases one question to the database is about. */
const casesPerQuestion = 200

type Undoing = { req: PayloadRequest; importId: string; appliedAt: string; tell: TellProgress }

/** Plans the undoing of an import against the cases as they are now, block by block, giving way in between; nothing is written. */
export async function planUndoing({
  req,
  importId,
  appliedAt,
  tell,
}: Undoing): Promise<{ writes: Omit<UndoWrites, 'revision'>; result: UndoResult }> {
  const places = await loadPlanBlocks({ req, importId, parts: ['counts'] })
  const blockUndo = async (position: number): Promise<BlockUndo> => {
    const [block] = await loadPlanBlocks({ req, importId, parts: ['undo'], positions: [position] })
    return block?.undo ?? { rows: [], before: [] }
  }
  const turn = createTurns()
  const changedIds = new Set<string>()
  for (const [index, { position }] of places.entries()) {
    for (const { id } of (await blockUndo(position)).before) changedIds.add(id)
    tell('reading', (index + 1) / places.length)
    await turn()
  }
  const planner = createUndoPlanner({ appliedAt, changedIds })
  const { writes, add } = createUndoWrites({ req, importId, appliedAt })
  const rows: UndoneRow[] = []
  for (const [index, { id, position, counts }] of places.entries()) {
    const undo = await blockUndo(position)
    const current = await inSlices({
      items: planner.casesOf(undo),
      size: casesPerQuestion,
      work: (ids) => storeOf(req.payload).findByIds([...ids]),
    })
    const plan = planner.add({ undo, current })
    const weeks = await weekUndoOf({ req, undo, appliedAt })
    const undone = [...plan.rows, ...weeks.rows]
    add({ plan, weeks, block: { id, counts, undone } })
    for (const row of undone) rows.push(row)
    tell('planning', (index + 1) / places.length)
    await turn()
  }
  const result = resultOfUndo({ importId, rows })
  return { result, writes: writes(result) }
}

async function weekUndoOf({
  req,
  undo: { weeks: written = [] },
  appliedAt,
}: Pick<Undoing, 'req' | 'appliedAt'> & { undo: BlockUndo }) {
  const ids = written.map(({ id }) => id)
  const current = ids.length > 0 ? await findWeeks({ req, ids }) : []
  return planWeekUndo({ written, current, appliedAt })
}
