import type { PayloadRequest } from 'payload'
import type { AuditEntry } from '../../domain/audit/auditEntry'
import type { UndoneRow, UndoOutcome, UndoPlan } from '../../domain/imports/planUndo'
import type { WeekUndoPlan } from '../../domain/imports/planWeekUndo'
import type { UndoWrites } from '../../store/importStore'
import { auditOrigin } from '../recordAudit'
import { auditOfCase } from './auditOfCase'
import { auditOfWeek } from './auditOfWeek'
import type { UndoResult } from './undoResult'

type Input = { req: PayloadRequest; importId: string; appliedAt: string; plan: UndoPlan; weeks: WeekUndoPlan }

/** Everything that undoing an import writes, and the result it is answered with. */
export function undoWrites({ req, importId, appliedAt, plan, weeks }: Input): {
  writes: UndoWrites
  result: UndoResult
} {
  const origin = auditOrigin(req)
  const result = resultOf({ importId, rows: [...plan.rows, ...weeks.rows] })
  const audit = [
    ...plan.removed.map(({ id, values }) =>
      auditOfCase({ origin, action: 'delete', id, before: values, after: {} }),
    ),
    ...plan.reverted.map(({ id, values, current }) => {
      const after = Object.assign({}, current.values, values)
      return auditOfCase({ origin, action: 'update', id, before: current.values, after })
    }),
    ...auditOfWeeks({ origin, weeks }),
    Object.assign(auditOfImport(result), origin),
  ]
  const removed = plan.removed.map(({ id }) => id)
  const reverted = plan.reverted.map(({ id, values, search, updatedAt }) => ({
    id,
    values,
    search,
    updatedAt,
  }))
  const weekParts = {
    removed: weeks.removed.map(({ id }) => id),
    reverted: weeks.reverted.map(({ before }) => before),
  }
  return {
    result,
    writes: { importId, at: origin.at, appliedAt, removed, reverted, weeks: weekParts, audit, result },
  }
}

function auditOfWeeks({
  origin,
  weeks: { removed, reverted },
}: {
  origin: ReturnType<typeof auditOrigin>
  weeks: WeekUndoPlan
}): AuditEntry[] {
  return [
    ...removed.map(({ id, values }) =>
      auditOfWeek({ origin, action: 'delete', id, before: values, after: {} }),
    ),
    ...reverted.map(({ current, before }) =>
      auditOfWeek({
        origin,
        action: 'update',
        id: before.id,
        before: current.values,
        after: before.values,
      }),
    ),
  ]
}

function resultOf({ importId, rows }: { importId: string; rows: UndoneRow[] }): UndoResult {
  const count = (wanted: UndoOutcome) => rows.filter(({ outcome }) => outcome === wanted).length
  return {
    importId,
    status: 'undone',
    reversed: count('reversed'),
    kept: count('kept'),
    failed: count('failed'),
    rows,
  }
}

function auditOfImport({ importId, reversed, kept, failed }: UndoResult) {
  const changes: AuditEntry['changes'] = Object.entries({ reversed, kept, failed }).map(([field, count]) => ({
    field,
    old: null,
    new: count,
  }))
  return { action: 'undo' as const, entityType: 'imports', entityId: importId, changes }
}
