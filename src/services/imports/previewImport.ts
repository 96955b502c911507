import type { PayloadRequest } from 'payload'
import { berlinDay } from '../../domain/calendar/berlinDay'
import { countItems } from '../../domain/imports/countItems'
import { describeFileFailure } from '../../domain/imports/fileFailure'
import type { PlanCounts, PlanItem } from '../../domain/imports/planItem'
import { previewedItem } from '../../domain/imports/previewedItem'
import { AppError } from '../../lib/appError'
import { inSlices } from '../../lib/inSlices'
import { languageOf } from '../../lib/language'
import { recordAudit } from '../recordAudit'
import { savePlanBlocks } from './importBlocks'
import { type ImportSource, importSources } from './importSources'

export type ImportPreview = {
  importId: string
  kind: ImportSource
  filename: string
  counts: PlanCounts
  items: PlanItem[]
}

/**
 * Reads a file and plans its rows; stores the plan, and nothing else. A file that cannot be read is refused. Until the
 * plan is stored whole the import counts as failed, so that nobody confirms half a file after a crash.
 */
export async function previewImport({
  req,
  kind,
  filename,
  bytes,
}: {
  req: PayloadRequest
  kind: ImportSource
  filename: string
  bytes: Uint8Array
}): Promise<ImportPreview> {
  const parsed = await importSources[kind].parse({ bytes, filename, today: berlinDay(new Date()) })
  if (!parsed.ok) {
    const { status, code, params } = parsed.failure
    const message = `${filename}: ${describeFileFailure({ failure: parsed.failure, language: languageOf(req) })}`
    throw new AppError({ status, errors: [{ message, code, filename, ...params }] })
  }
  const { plan } = await importSources[kind].plan({ req, rows: parsed.rows })
  const items = await inSlices({ items: plan.items, work: (slice) => slice.map(previewedItem) })
  const counts = countItems(items)
  const { id } = await req.payload.db.create({
    collection: 'imports',
    data: {
      filename,
      kind,
      status: 'failed',
      planVersion: 0,
      total: counts.total,
      counts,
      columns: parsed.columns,
      format: parsed.format,
      by: req.user?.id ?? null,
    },
    req,
  })
  const importId = String(id)
  await savePlanBlocks({ req, importId, rows: parsed.rows, items })
  await req.payload.db.updateOne({
    collection: 'imports',
    id,
    data: { status: 'previewed' },
    returning: false,
    req,
  })
  const details = { filename, kind, rows: counts.total }
  await recordAudit({
    req,
    event: { action: 'preview', entityType: 'imports', entityId: importId, details },
  })
  return { importId, kind, filename, counts, items }
}
