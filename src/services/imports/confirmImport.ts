import type { PayloadRequest } from 'payload'
import type { Corrections } from '../../domain/imports/draftRows'
import type { Decision } from '../../domain/imports/planItem'
import { AppError } from '../../lib/appError'
import { errorText } from '../../lib/errorTexts'
import { withLock } from '../../lib/keyedLock'
import { languageOf } from '../../lib/language'
import { refusal } from '../../lib/refuse'
import type { Import } from '../../payload-types'
import { isDatabaseAway } from '../../store/isDatabaseAway'
import { storeOf } from '../../store/storeOf'
import { recordAudit } from '../recordAudit'
import { ensureKnownRows } from './ensureKnownRows'
import { loadPlanBlocks } from './importBlocks'
import { type ImportResult, storedResult } from './importResult'
import { type ImportSource, importSources } from './importSources'
import { importWrites } from './importWrites'
import { loadImport } from './loadImport'

/** How often an import is planned anew when cases change under it. */
const maxAttempts = 3
const reopenRetryMs = 1_000

type Confirmation = {
  req: PayloadRequest
  kind: ImportSource
  importId: string
  decisions: Readonly<Record<string, Decision>>
  corrections: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/**
 * Applies a previewed import with the admin's decisions and corrections, whole or not at all. A second confirm is
 * a `409` with the first result; of two at once one applies. Imports are applied one after the other.
 */
export async function confirmImport({
  req,
  kind,
  importId,
  decisions,
  corrections,
}: Confirmation): Promise<ImportResult> {
  return withLock('imports', async () => {
    const entry = await loadImport({ req, id: importId })
    ensureOpen({ req, kind, entry })
    if (!(await setStatus({ req, importId, from: 'previewed', to: 'applying' }))) {
      throw alreadyApplied(req, await loadImport({ req, id: importId }))
    }
    try {
      const result = await apply({
        req,
        kind,
        importId,
        filename: entry.filename,
        decisions: new Map(Object.entries(decisions)),
        corrections: new Map(Object.entries(corrections)),
      })
      await recordAudit({ req, entry: auditEntryOf(result) })
      return result
    } finally {
      await reopen({ req, importId })
    }
  })
}

type Application = {
  req: PayloadRequest
  kind: ImportSource
  importId: string
  filename: string
  decisions: ReadonlyMap<string, Decision>
  corrections: Corrections
}

/** Plans against the database as it is now and stores the writes; anew when a case changed in between. */
async function apply(application: Application): Promise<ImportResult> {
  const { req, kind, importId, filename, decisions, corrections } = application
  const blocks = await loadPlanBlocks({ req, importId, parts: ['rows'] })
  const rows = blocks.flatMap((block) => block.rows)
  const { plan: planRows, canCorrect } = importSources[kind]
  ensureKnownRows({ req, rows, decisions, corrections, canCorrect })
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const { plan, existing } = await planRows({ req, rows, decisions, corrections })
    const refused = plan.refused.map(({ key, decision }) => ({ row: key, value: decision }))
    if (refused.length > 0) throw decisionsRefused(req, refused)
    const { writes, result } = importWrites({ req, importId, filename, plan, existing, blocks })
    const outcome = await storeOf(req.payload).applyImport(writes)
    if (outcome === 'applied') return result
    if (outcome === 'notOpen') throw alreadyApplied(req, await loadImport({ req, id: importId }))
  }
  throw refusal(req, 409, 'importBusy')
}

function ensureOpen({ req, kind, entry }: { req: PayloadRequest; kind: ImportSource; entry: Import }): void {
  if (entry.kind !== kind) throw refusal(req, 404, 'notFound')
  if (entry.status === 'applied' || entry.status === 'applying') throw alreadyApplied(req, entry)
  if (entry.status !== 'previewed') {
    throw refusal(req, 409, 'importNotOpen', {
      params: { status: entry.status },
      extra: { status: entry.status },
    })
  }
}

/** The answer to a second confirm: the first one's result. */
function alreadyApplied(req: PayloadRequest, entry: Import): AppError {
  return refusal(req, 409, 'importAlreadyApplied', {
    extra: { importId: entry.id, status: entry.status, result: storedResult(entry) },
  })
}

function decisionsRefused(req: PayloadRequest, refused: { row: string; value: string }[]): AppError {
  const errors = refused.map((params) => {
    const message = errorText({ code: 'decisionRefused', language: languageOf(req), params })
    return { message, code: 'decisionRefused', ...params }
  })
  return new AppError({ status: 422, errors })
}

/**
 * An import that was not applied can be confirmed again. While the database is away, and with it the reason why it was
 * not applied, this is tried until it is back; a process that ends before has it done by the next start.
 */
async function reopen({ req, importId }: { req: PayloadRequest; importId: string }): Promise<void> {
  try {
    await setStatus({ req, importId, from: 'applying', to: 'previewed' })
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    setTimeout(() => void retryReopening({ req, importId }), reopenRetryMs).unref()
  }
}

async function retryReopening({ req, importId }: { req: PayloadRequest; importId: string }): Promise<void> {
  try {
    await reopen({ req, importId })
  } catch (error) {
    req.payload.logger.error({ err: error, msg: `Import ${importId} could not be opened again.` })
  }
}

async function setStatus({
  req,
  importId,
  from,
  to,
}: {
  req: PayloadRequest
  importId: string
  from: Import['status']
  to: Import['status']
}): Promise<boolean> {
  const updated = await req.payload.db.updateOne({
    collection: 'imports',
    where: { and: [{ id: { equals: importId } }, { status: { equals: from } }] },
    data: { status: to },
    options: { atomic: true },
    req,
  })
  return updated !== null
}

function auditEntryOf(result: ImportResult) {
  const { created, updated, skipped, failed } = result
  const changes = Object.entries({ created, updated, skipped, failed }).map(([field, count]) => ({
    field,
    old: null,
    new: count,
  }))
  return { action: 'import' as const, entityType: 'imports', entityId: result.importId, changes }
}
