import type { PayloadRequest } from 'payload'
import { type AuditEntry, type AuditOrigin, auditEntryOf } from '../../domain/audit/auditEntry'
import { countBlock } from '../../domain/imports/countBlock'
import { countItems } from '../../domain/imports/countItems'
import type { Plan } from '../../domain/imports/planDrafts'
import type { PlanItem } from '../../domain/imports/planItem'
import type { BlockUndo } from '../../domain/imports/planUndo'
import { undoOfPlan } from '../../domain/imports/undoOfPlan'
import { eventOfImport } from '../../domain/notifications/eventOfImport'
import { inSlices } from '../../lib/inSlices'
import type { Import } from '../../payload-types'
import type { ImportWrites } from '../../store/importStore'
import { newId } from '../../store/newId'
import type { ExistingCaseAt } from '../../store/storedCases'
import { auditOrigin } from '../recordAudit'
import { auditOfCase } from './auditOfCase'
import type { PlacedBlock } from './importBlocks'
import type { ImportResult, RowProblem } from './importResult'
import { weekWrites } from './weekWrites'

/** A file of nothing but errors must fit into one document; the rows of its plan have them all. */
const maxProblems = 5_000

/** Everything an import's plan writes, and the result it is answered with. */
export async function importWrites({
  req,
  entry,
  plan,
  existing,
  blocks,
  tell,
}: {
  req: PayloadRequest
  entry: Pick<Import, 'id' | 'filename' | 'kind'>
  plan: Plan
  existing: ReadonlyMap<string, ExistingCaseAt>
  blocks: readonly PlacedBlock[]
  /** Hears how much is prepared, 0 to 1. */
  tell?: (share: number) => void
}): Promise<{ writes: Omit<ImportWrites, 'revision'>; result: ImportResult }> {
  const importId = String(entry.id)
  const origin = auditOrigin(req)
  const creates = plan.creates.map(({ ruled }) => ({ ...ruled, id: newId() }))
  const versionOf = (id: string) => existing.get(id)?.updatedAt ?? ''
  const updates = plan.updates.map(({ existing: { id }, ruled }) => ({
    ...ruled,
    id,
    updatedAt: versionOf(id),
  }))
  const ofWeeks = plan.weeks && weekWrites({ weeks: plan.weeks, source: entry.filename, origin })
  const undoOf = ofWeeks?.undoOf ?? undoOfPlan({ plan, createdIds: creates.map(({ id }) => id), versionOf })
  const auditOfCreates = await inSlices({
    items: creates,
    work: (slice) =>
      slice.map(({ id, values }) => auditOfCase({ origin, action: 'create', id, before: {}, after: values })),
    tell: (share) => tell?.(share / 2),
  })
  const auditOfUpdates = await inSlices({
    items: plan.updates,
    work: (slice) =>
      slice.map(({ existing: { id }, before, ruled: { values } }) =>
        auditOfCase({ origin, action: 'update', id, before, after: { ...before, ...values } }),
      ),
    tell: (share) => tell?.((1 + share) / 2),
  })
  const result = resultOf({ importId, plan })
  const { created, updated, skipped, failed, problems } = result
  const counts = countItems(plan.items)
  return {
    result,
    writes: {
      importId,
      at: origin.at,
      creates,
      updates,
      weeks: ofWeeks?.weeks,
      event: eventOfImport({
        kind: entry.kind,
        importId,
        created,
        updated,
        coded: plan.updates.filter(isCoded).length,
        role: req.user?.role ?? null,
        at: origin.at,
      }),
      audit: [
        ...(ofWeeks?.audit ?? []),
        ...auditOfCreates,
        ...auditOfUpdates,
        auditOfImport({ origin, result }),
      ],
      blocks: await inSlices({
        items: blocks,
        size: 1,
        work: (slice) => slice.map((block) => carriedOut({ plan, block, undoOf })),
      }),
      result: { created, updated, skipped, failed, counts, problems },
    },
  }
}

/** Whether a case that was pending coding is not any more. */
function isCoded({ before, ruled: { values } }: Plan['updates'][number]): boolean {
  return before.gutachten === true && !before.gutachtenTyp && Boolean(values.gutachtenTyp)
}

function auditOfImport({ origin, result }: { origin: AuditOrigin; result: ImportResult }): AuditEntry {
  const { importId, created, updated, skipped, failed } = result
  const details = { created, updated, skipped, failed }
  return auditEntryOf({
    event: { action: 'import', entityType: 'imports', entityId: importId, details },
    origin,
  })
}

/** Rows that nobody decided on count as skipped. */
function resultOf({ importId, plan }: { importId: string; plan: Plan }): ImportResult {
  const { create, update, skip, decide, error } = countItems(plan.items)
  const problems: RowProblem[] = []
  for (const item of plan.items) {
    if (item.action !== 'error') continue
    if (problems.length >= maxProblems) break
    const place = item.sheet === undefined ? { row: item.row } : { row: item.row, sheet: item.sheet }
    for (const problem of item.problems) problems.push({ ...place, ...problem })
  }
  return {
    importId,
    status: 'applied',
    created: create,
    updated: update,
    skipped: skip + decide,
    failed: error,
    problems,
  }
}

/** A block with what was carried out in place of what was previewed. */
function carriedOut({
  plan,
  block: { id, start, end },
  undoOf,
}: {
  plan: Plan
  block: PlacedBlock
  undoOf: (items: readonly PlanItem[]) => BlockUndo
}): ImportWrites['blocks'][number] {
  const items = plan.items.slice(start, end)
  return { id, items, counts: countBlock(items), undo: undoOf(items) }
}
