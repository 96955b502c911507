import type { PayloadRequest } from 'payload'
import type { Amendments } from '../../domain/imports/amendments'
import { AppError } from '../../lib/appError'
import { errorText } from '../../lib/errorTexts'
import { languageOf } from '../../lib/language'
import { refusal } from '../../lib/refuse'
import type { Import } from '../../payload-types'
import { storeOf } from '../../store/storeOf'
import { ensureKnownRows } from './ensureKnownRows'
import { loadPlanRows } from './importBlocks'
import { alreadyApplied } from './importGuards'
import type { ImportResult } from './importResult'
import { type ImportSource, importSources } from './importSources'
import { importWrites } from './importWrites'
import { loadImport } from './loadImport'
import { trackProgress } from './trackProgress'

/** How often an import is planned anew when cases change under it. */
const maxAttempts = 3

/**
 * Carries out an import that is being applied: plans it against the database as it is now and stores everything, whole
 * or not at all; anew when a case changed in between.
 */
export async function applyPreviewed({
  req,
  kind,
  entry,
  amendments,
}: {
  req: PayloadRequest
  kind: ImportSource
  entry: Import
  amendments: Amendments
}): Promise<ImportResult> {
  const importId = String(entry.id)
  const decisions = new Map(Object.entries(amendments.decisions))
  const corrections = new Map(Object.entries(amendments.corrections))
  const { plan: planRows, canCorrect } = importSources[kind]
  const store = storeOf(req.payload)
  return trackProgress({
    req,
    importId,
    total: entry.total ?? 0,
    work: async (tell) => {
      const { rows, blocks } = await loadPlanRows({ req, importId, tell: (share) => tell('reading', share) })
      ensureKnownRows({ req, rows, decisions, corrections, canCorrect })
      for (let attempt = 1; attempt <= maxAttempts; ) {
        const revision = await store.revisionOf('imports')
        const { plan, existing } = await planRows({
          req,
          rows,
          decisions,
          corrections,
          tell: (share) => tell('planning', share),
        })
        if (plan.refused.length > 0) throw decisionsRefused(req, plan.refused)
        const prepared = (share: number) => tell('preparing', share)
        const { writes, result } = await importWrites({ req, entry, plan, existing, blocks, tell: prepared })
        const stored = (share: number) => tell('storing', share)
        const outcome = await store.applyImport({ ...writes, revision }, stored)
        if (outcome === 'applied') return result
        if (outcome === 'notOpen') throw alreadyApplied(req, await loadImport({ req, id: importId }))
        // Whoever was overtaken was so by an import that is done: there is no end to it only if there is none to imports.
        if (outcome === 'conflict') attempt += 1
      }
      throw refusal(req, 409, 'importBusy')
    },
  })
}

/** Decisions that the rows do not allow, each named. */
export function decisionsRefused(
  req: PayloadRequest,
  refused: readonly { key: string; decision: string }[],
): AppError {
  const errors = refused.map(({ key, decision }) => {
    const params = { row: key, value: decision }
    const message = errorText({ code: 'decisionRefused', language: languageOf(req), params })
    return { message, code: 'decisionRefused', ...params }
  })
  return new AppError({ status: 422, errors })
}
