import type { PayloadRequest } from 'payload'
import type { Import } from '../../payload-types'
import { stageOf } from './importStatus'

/** The import log, the newest first; whoever is no admin sees their own. */
export async function listImports({
  req,
  query: { page, limit },
}: {
  req: PayloadRequest
  query: { page: number; limit: number }
}) {
  const found = await req.payload.find({
    collection: 'imports',
    sort: '-createdAt',
    page,
    limit,
    depth: 1,
    select: { problems: false, decisions: false, corrections: false, undoResult: false },
    overrideAccess: false,
    req,
  })
  return {
    docs: found.docs.map(logEntry),
    totalDocs: found.totalDocs,
    page,
    limit,
    totalPages: found.totalPages,
  }
}

type Counts = {
  total: number
  create: number
  update: number
  skip: number
  decide: number
  error: number
  warnings: number
}

function logEntry(entry: Omit<Import, 'problems' | 'decisions' | 'corrections' | 'undoResult'>) {
  const isApplied = entry.status === 'applied' || entry.status === 'undone'
  const { id, filename, kind, status, created, updated, skipped, failed, appliedAt, createdAt } = entry
  const result = { importId: id, status: 'applied' as const }
  return {
    importId: id,
    filename,
    kind,
    status,
    isUndoing: stageOf(entry) === 'undoing',
    counts: (entry.counts ?? null) as Counts | null,
    result: isApplied
      ? {
          ...result,
          created: created ?? 0,
          updated: updated ?? 0,
          skipped: skipped ?? 0,
          failed: failed ?? 0,
        }
      : null,
    by: entry.by && typeof entry.by === 'object' ? entry.by.username : null,
    createdAt,
    appliedAt: appliedAt ?? null,
  }
}
