import type { PayloadRequest } from 'payload'
import type { Amendments } from '../../domain/imports/amendments'
import { type PlanCounts, planActions } from '../../domain/imports/planItem'
import type { Import } from '../../payload-types'
import type { ImportProgress } from '../../store/importStore'
import { storeOf } from '../../store/storeOf'
import { amendmentsOf } from './amendmentsOf'
import { loadPlanBlocks } from './importBlocks'
import { stageOf } from './importStatus'
import { loadImport } from './loadImport'

/** Where an import stands: its entry, how far it is while it is applied or undone, its sheets, and what was decided so far. */
export type ImportState = {
  entry: Import
  progress: ImportProgress | null
  sheets: { name: string; counts: PlanCounts }[]
  /** How many rows are, or may be, what there is already. */
  duplicates: { certain: number; possible: number }
  amendments: Amendments
}

/** Loads where an import stands, for whoever may see it. */
export async function loadImportState({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<ImportState> {
  const seen = await loadImport({ req, id })
  const progress = isUnderWay(seen) ? await storeOf(req.payload).progressOf(id) : null
  // None is noted any more when it has ended in between.
  const entry = isUnderWay(seen) && !progress ? await loadImport({ req, id }) : seen
  const blocks = await loadPlanBlocks({ req, importId: id, parts: ['sheet', 'counts'] })
  const sum = (name: 'certain' | 'possible') =>
    blocks.reduce((before, { counts }) => before + (counts[name] ?? 0), 0)
  return {
    entry,
    progress,
    sheets: sheetsOf(blocks),
    duplicates: { certain: sum('certain'), possible: sum('possible') },
    amendments: amendmentsOf(entry),
  }
}

function isUnderWay(entry: Import): boolean {
  return ['applying', 'undoing'].includes(stageOf(entry))
}

function sheetsOf(blocks: readonly { sheet: string | null; counts: PlanCounts }[]): ImportState['sheets'] {
  const sheets = new Map<string, PlanCounts>()
  for (const { sheet, counts } of blocks) {
    if (typeof sheet === 'string') sheets.set(sheet, added(sheets.get(sheet) ?? noCounts, counts))
  }
  return [...sheets].map(([name, counts]) => ({ name, counts }))
}

const noCounts: PlanCounts = { total: 0, create: 0, update: 0, skip: 0, decide: 0, error: 0, warnings: 0 }

function added(left: PlanCounts, right: PlanCounts): PlanCounts {
  const sum = { ...left }
  for (const name of [...planActions, 'total', 'warnings'] as const) sum[name] += right[name]
  return sum
}
