import type { PayloadRequest } from 'payload'
import { type AuditEntry, changedFields } from '../../domain/audit/auditEntry'
import { caseFieldNames } from '../../domain/cases/caseFields'
import type { CaseValues } from '../../domain/cases/caseValues'
import { countItems } from '../../domain/imports/countItems'
import type { Plan } from '../../domain/imports/planDrafts'
import type { SourceRow } from '../../domain/imports/planItem'
import type { ExistingCaseAt, ImportWrites } from '../../store/caseStore'
import { storeOf } from '../../store/storeOf'
import { auditOrigin } from '../recordAudit'
import type { ImportResult, RowProblem } from './importResult'

/** A block of the rows that are applied. */
type AppliedBlock = { id: string; rows: readonly SourceRow[] }

const auditedNames = caseFieldNames.filter((name) => name !== 'updatedBy' && name !== 'import')

/** Everything an import's plan writes, and the result it is answered with. */
export function importWrites({
  req,
  importId,
  plan,
  existing,
  blocks,
}: {
  req: PayloadRequest
  importId: string
  plan: Plan
  existing: ReadonlyMap<string, ExistingCaseAt>
  blocks: readonly AppliedBlock[]
}): { writes: ImportWrites; result: ImportResult } {
  const { newId } = storeOf(req.payload)
  const origin = auditOrigin(req)
  const creates = plan.creates.map(({ ruled }) => ({ ...ruled, id: newId() }))
  const updates = plan.updates.map(({ existing: { id }, ruled }) => ({
    ...ruled,
    id,
    updatedAt: existing.get(id)?.updatedAt ?? '',
  }))
  const audit = [
    ...creates.map(({ id, values }) => auditOf({ origin, action: 'create', id, before: {}, after: values })),
    ...plan.updates.map(({ existing: { id }, before, ruled: { values } }) =>
      auditOf({ origin, action: 'update', id, before, after: { ...before, ...values } }),
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
      audit,
      blocks: carriedOut({ plan, blocks }),
      result: { created, updated, skipped, failed, counts, problems },
    },
  }
}

function auditOf({
  origin,
  action,
  id,
  before,
  after,
}: {
  origin: Pick<AuditEntry, 'at' | 'user' | 'ip' | 'userAgent'>
  action: 'create' | 'update'
  id: string
  before: CaseValues
  after: CaseValues
}): AuditEntry {
  const changes = changedFields({ names: auditedNames, before, after })
  return Object.assign({ action, entityType: 'cases', entityId: id, changes }, origin)
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
}: {
  plan: Plan
  blocks: readonly AppliedBlock[]
}): ImportWrites['blocks'] {
  let start = 0
  return blocks.map(({ id, rows }) => {
    const items = plan.items.slice(start, start + rows.length)
    start += rows.length
    return { id: String(id), items, counts: countItems(items) }
  })
}
