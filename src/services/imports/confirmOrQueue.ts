import { originForJob } from '../requestOfJob'
import { beginApplying, type Confirmation, confirmImport } from './confirmImport'
import { ensureKnownRows } from './ensureKnownRows'
import { loadPlanRows } from './importBlocks'
import { ensureOpen } from './importGuards'
import type { ImportResult } from './importResult'
import { importSources } from './importSources'
import { reopenImport } from './importStatus'
import { loadImport } from './loadImport'
import { maxRowsAtOnce } from './maxRowsAtOnce'

export type Queued = { importId: string; status: 'applying' }

/** Applies an import, or takes it and leaves a large one to a job; see `confirmImport` for what holds of both. */
export async function confirmOrQueue(confirmation: Confirmation): Promise<ImportResult | Queued> {
  const { req, kind, importId } = confirmation
  const entry = await loadImport({ req, id: importId })
  ensureOpen({ req, kind, entry })
  if ((entry.total ?? 0) <= maxRowsAtOnce) return confirmImport(confirmation)
  await ensureGivenRowsAreKnown(confirmation)
  await beginApplying(confirmation)
  try {
    await queue(confirmation)
  } catch (error) {
    await reopenImport({ req, importId, from: 'applying', failure: [{ message: '', code: 'importFailed' }] })
    throw error
  }
  return { importId, status: 'applying' }
}

async function queue({ req, importId, decisions, corrections }: Confirmation): Promise<void> {
  await req.payload.jobs.queue({
    task: 'applyImport',
    queue: 'imports',
    input: { ...originForJob(req), importId, decisions, corrections },
  })
}

/** Nobody waits for a job to say that a row does not exist. */
async function ensureGivenRowsAreKnown({ req, kind, importId, ...given }: Confirmation): Promise<void> {
  const decisions = new Map(Object.entries(given.decisions))
  const corrections = new Map(Object.entries(given.corrections))
  if (decisions.size + corrections.size === 0) return
  const { rows } = await loadPlanRows({ req, importId })
  ensureKnownRows({ req, rows, decisions, corrections, canCorrect: importSources[kind].canCorrect })
}
