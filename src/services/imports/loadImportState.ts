import type { PayloadRequest } from 'payload'
import type { Amendments } from '../../domain/imports/amendments'
import { type PlanCounts, planActions } from '../../domain/imports/planItem'
import type { Import } from '../../payload-types'
import type { ImportProgress } from '../../store/caseStore'
import { storeOf } from '../../store/storeOf'
import { amendmentsOf } from './amendmentsOf'
import { loadPlanBlocks } from './importBlocks'
import { loadImport } from './loadImport'

/** Where an import stands: its entry, how far it is while it is applied, its sheets, and what was decided so far. */
export type ImportState = {
  entry: Import
  progress: ImportProgress | null
  sheets: { name: string; counts: PlanCounts }[]
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
  const entry = await loadImport({ req, id })
  const isApplying = entry.status === 'applying'
  return {
    entry,
    progress: isApplying ? await storeOf(req.payload).progressOf(id) : null,
    sheets: await sheetsOf({ req, importId: id }),
    amendments: amendmentsOf(entry),
  }
}

async function sheetsOf({
  req,
  importId,
}: {
  req: PayloadRequest
  importId: string
}): Promise<ImportState['sheets']> {
  const blocks = await loadPlanBlocks({ req, importId, parts: ['sheet', 'counts'] })
  const sheets = new Map<string, PlanCounts>()
  for (const { sheet, counts } of blocks) {
    if (typeof sheet !== 'string') continue
    const sum = sheets.get(sheet)
    sheets.set(sheet, sum ? added(sum, counts) : added(noCounts, counts))
  }
  return [...sheets].map(([name, counts]) => ({ name, counts }))
}

const noCounts: PlanCounts = { total: 0, create: 0, update: 0, skip: 0, decide: 0, error: 0, warnings: 0 }

function added(left: PlanCounts, right: PlanCounts): PlanCounts {
  const sum = { ...left }
  for (const name of [...planActions, 'total', 'warnings'] as const) sum[name] += right[name]
  return sum
}
