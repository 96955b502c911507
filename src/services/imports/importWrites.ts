import type { PayloadRequest } from 'payload'
import { countItems } from '../../domain/imports/countItems'
import type { Plan } from '../../domain/imports/planDrafts'
import type { PlanItem, SourceRow } from '../../domain/imports/planItem'
import type { BlockUndo } from '../../domain/imports/planUndo'
import { undoOfPlan } from '../../domain/imports/undoOfPlan'
import type { ExistingCaseAt, ImportWrites } from '../../store/caseStore'
import { storeOf } from '../../store/storeOf'
import { auditOrigin } from '../recordAudit'
import { auditOfCase } from './auditOfCase'
import type { ImportResult, RowProblem } from './importResult'
import { weekWrites } from './weekWrites'

/** A block of the rows that are applied. */
type AppliedBlock = { id: string; rows: readonly SourceRow[] }

/** Everything an import's plan writes, and the result it is answered with. */
export function importWrites({
  req,
  importId,
  filename,
  plan,
  existing,
  blocks,
}: {
  req: PayloadRequest
  importId: string
  filename: string
  plan: Plan
  existing: ReadonlyMap<string, ExistingCaseAt>
  blocks: readonly AppliedBlock[]
}): { writes: ImportWrites; result: ImportResult } {
  const { newId } = storeOf(req.payload)
  const origin = auditOrigin(req)
  const creates = plan.creates.map(({ ruled }) => ({ ...ruled, id: newId() }))
  const versionOf = (id: string) => existing.get(id)?.updatedAt ?? ''
  const updates = plan.updates.map(({ existing: { id }, ruled }) => ({
    ...ruled,
    id,
    updatedAt: versionOf(id),
  }))
  const ofWeeks = plan.weeks && weekWrites({ weeks: plan.weeks, source: filename, origin, newId })
  const undoOf = ofWeeks?.undoOf ?? undoOfPlan({ plan, createdIds: creates.map(({ id }) => id), versionOf })
  const audit = [
    ...(ofWeeks?.audit ?? []),
    ...creates.map(({ id, values }) =>
      auditOfCase({ origin, action: 'create', id, before: {}, after: values }),
    ),
    ...plan.updates.map(({ existing: { id }, before, ruled: { values } }) =>
      auditOfCase({ origin, action: 'update', id, before, after: { ...before, ...values } }),
    ),
  ]
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
      audit,
      blocks: carriedOut({ plan, blocks, undoOf }),
      result: { created, updated, skipped, failed, counts, problems },
    },
  }
}

/** Rows that nobody decided on count as skipped. */
function resultOf({ importId, plan }: { importId: string; plan: Plan }): ImportResult {
  const { create, update, skip, decide, error } = countItems(plan.items)
  const problems = plan.items.flatMap((item): RowProblem[] => {
    if (item.action !== 'error') return []
    const place = item.sheet === undefined ? { row: item.row } : { row: item.row, sheet: item.sheet }
    return item.problems.map((problem) => ({ ...place, ...problem }))
  })
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

/** The plan's blocks with what was carried out in place of what was previewed. */
function carriedOut({
  plan,
  blocks,
  undoOf,
}: {
  plan: Plan
  blocks: readonly AppliedBlock[]
  undoOf: (items: readonly PlanItem[]) => BlockUndo
}): ImportWrites['blocks'] {
  let start = 0
  return blocks.map(({ id, rows }) => {
    const items = plan.items.slice(start, start + rows.length)
    start += rows.length
    return { id: String(id), items, counts: countItems(items), undo: undoOf(items) }
  })
}
