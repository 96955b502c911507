import type { StoredCase } from '../planItem'
import type { WorkbookCell } from '../workbook/workbook'
import { syncCell, textCell } from './syncCell'
import { type SyncColumn, syncColumns } from './syncColumns'

/** The cells of a case in its sheet; `number` is its running number there. */
export function syncRow({
  found,
  sheet,
  number,
}: {
  found: StoredCase
  sheet: string
  number: number
}): WorkbookCell[] {
  return syncColumns(sheet).map((column) => cellOf({ column, found, number }))
}

function cellOf({
  column,
  found,
  number,
}: {
  column: SyncColumn
  found: StoredCase
  number: number
}): WorkbookCell {
  if (column === 'lfdNr') return number
  if (column === 'stand') return found.updatedAt
  if (column === 'fallId') return textCell(found.fallId)
  return syncCell({ field: column, value: found.values[column] })
}
