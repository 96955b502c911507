import type { AuditEntry, AuditOrigin } from '../../domain/audit/auditEntry'
import type { PlanItem } from '../../domain/imports/planItem'
import type { BlockUndo } from '../../domain/imports/planUndo'
import type { PlannedWeek } from '../../domain/imports/planWeekRows'
import type { WrittenWeek } from '../../domain/imports/planWeekUndo'
import type { ImportWrites } from '../../store/importStore'
import { newId } from '../../store/newId'
import { auditOfWeek } from './auditOfWeek'

type Input = {
  weeks: readonly PlannedWeek[]
  /** Where the numbers are from, for people: the name of the file. */
  source: string
  origin: AuditOrigin
}

/** What an import of weeks writes, its audit entries, and what undoing a stretch of its items needs. */
export function weekWrites({ weeks, source, origin }: Input): {
  weeks: NonNullable<ImportWrites['weeks']>
  audit: AuditEntry[]
  undoOf: (items: readonly PlanItem[]) => BlockUndo
} {
  const written = new Map<PlanItem, WrittenWeek>()
  const writes: NonNullable<ImportWrites['weeks']> = { creates: [], updates: [] }
  const audit = weeks.map(({ item, week, existing }) => {
    const values = { ...week, source, generatedAt: origin.at }
    const id = existing?.id ?? newId()
    if (existing) writes.updates.push({ ...existing, values })
    else writes.creates.push({ id, values })
    const place = item.sheet === undefined ? { row: item.row } : { row: item.row, sheet: item.sheet }
    written.set(item, { ...place, id, before: existing })
    const action = existing ? 'update' : 'create'
    return auditOfWeek({ origin, action, id, before: existing?.values ?? {}, after: values })
  })
  const undoOf = (items: readonly PlanItem[]) => ({
    rows: [],
    before: [],
    weeks: items.flatMap((item) => written.get(item) ?? []),
  })
  return { weeks: writes, audit, undoOf }
}
