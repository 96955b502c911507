import { type CaseFieldName, caseFields } from '../../cases/caseFields'
import type { CaseValue, CaseValues } from '../../cases/caseValues'
import type { Problem } from '../../problem'
import type { CaseChange, SyncTexts } from '../planItem'
import { syncFields } from './readSyncRow'
import { comparableValue } from './syncCell'

/** A row as it was read or corrected, its case as it is now, and as it was when exported (`null`: nobody knows). */
type Row = {
  data: CaseValues
  texts: SyncTexts
  problems: readonly Problem[]
  current: CaseValues
  base: CaseValues | null
}

/** What the file changes, database → file, the conflicts among it, and what is wrong with changed cells. */
export type Comparison = { changes: CaseChange[]; conflicts: CaseFieldName[]; problems: Problem[] }

/**
 * Compares a row with its case, cell by cell and three ways (SPEC §4): what the file alone changed is a change, what the
 * database alone changed is none, what both changed to different values is a conflict. Without a base every difference is.
 */
export function compareRow(row: Row): Comparison {
  const comparison: Comparison = { changes: [], conflicts: [], problems: [] }
  for (const field of syncFields) if (row.data[field] !== undefined) compareCell({ row, field, comparison })
  return comparison
}

function compareCell({
  row,
  field,
  comparison,
}: {
  row: Row
  field: CaseFieldName
  comparison: Comparison
}): void {
  const { data, texts, current, base } = row
  const ofField = row.problems.filter((problem) => problem.field === field)
  const read = data[field] ?? null
  const isUnreadable = read === null && ofField.length > 0
  const value = read === null && caseFields[field].kind === 'boolean' ? false : read
  const written = texts[field]
  const asRead = isUnreadable ? undefined : comparableValue({ field, value })
  const isLike = (other: CaseValue | undefined) => {
    const text = comparableValue({ field, value: other })
    return text === written || text === asRead
  }
  if (isLike(current[field]) || (base && isLike(base[field]))) return
  comparison.problems.push(...ofField)
  if (isUnreadable) return
  comparison.changes.push({ field, old: current[field] ?? null, new: value })
  const isMoved =
    !base ||
    comparableValue({ field, value: base[field] }) !== comparableValue({ field, value: current[field] })
  if (isMoved) comparison.conflicts.push(field)
}
