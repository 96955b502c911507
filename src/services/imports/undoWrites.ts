import type { PayloadRequest } from 'payload'
import { type AuditEntry, type AuditOrigin, auditEntryOf } from '../../domain/audit/auditEntry'
import { countUndone, type UndoPlan } from '../../domain/imports/planUndo'
import type { WeekUndoPlan } from '../../domain/imports/planWeekUndo'
import type { UndoWrites } from '../../store/importStore'
import { auditOrigin } from '../recordAudit'
import { auditOfCase } from './auditOfCase'
import { auditOfWeek } from './auditOfWeek'
import type { UndoResult } from './undoResult'

type Stretch = { plan: UndoPlan; weeks: WeekUndoPlan; block: UndoWrites['blocks'][number] }

/** Gathers, stretch by stretch, everything that undoing an import writes. */
export function createUndoWrites({
  req,
  importId,
  appliedAt,
}: {
  req: PayloadRequest
  importId: string
  appliedAt: string
}) {
  const origin = auditOrigin(req)
  const weekParts = { removed: [] as string[], reverted: [] as WeekUndoPlan['reverted'][number]['before'][] }
  const gathered = {
    importId,
    at: origin.at,
    appliedAt,
    removed: [] as string[],
    reverted: [] as UndoWrites['reverted'],
    weeks: weekParts,
    audit: [] as AuditEntry[],
    blocks: [] as UndoWrites['blocks'],
  }
  return {
    add({ plan, weeks, block: { id, counts, undone } }: Stretch): void {
      for (const removed of plan.removed) gathered.removed.push(removed.id)
      for (const { current: _, ...reversal } of plan.reverted) gathered.reverted.push(reversal)
      for (const removed of weeks.removed) weekParts.removed.push(removed.id)
      for (const { before } of weeks.reverted) weekParts.reverted.push(before)
      for (const entry of auditOfStretch({ origin, plan, weeks })) gathered.audit.push(entry)
      gathered.blocks.push({ id, undone, counts: { ...counts, ...countUndone(undone) } })
    },
    /** All of it, with the result. */
    writes(result: UndoResult): Omit<UndoWrites, 'revision'> {
      return { ...gathered, audit: [...gathered.audit, auditOfImport({ origin, result })], result }
    },
  }
}

function auditOfStretch({
  origin,
  plan,
  weeks,
}: Pick<Stretch, 'plan' | 'weeks'> & { origin: AuditOrigin }): AuditEntry[] {
  return [
    ...plan.removed.map(({ id, values }) =>
      auditOfCase({ origin, action: 'delete', id, before: values, after: {} }),
    ),
    ...plan.reverted.map(({ id, values, current }) => {
      const after = Object.assign({}, current.values, values)
      return auditOfCase({ origin, action: 'update', id, before: current.values, after })
    }),
    ...weeks.removed.map(({ id, values }) =>
      auditOfWeek({ origin, action: 'delete', id, before: values, after: {} }),
    ),
    ...weeks.reverted.map(({ current, before }) =>
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

function auditOfImport({ origin, result }: { origin: AuditOrigin; result: UndoResult }): AuditEntry {
  const { importId, reversed, kept, failed } = result
  const details = { reversed, kept, failed }
  return auditEntryOf({
    event: { action: 'undo', entityType: 'imports', entityId: importId, details },
    origin,
  })
}
