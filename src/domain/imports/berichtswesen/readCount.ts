import { cellText, isEmptyCell } from '../workbook/cellText'
import type { WorkbookCell } from '../workbook/workbook'

/** A count as it was read, or why it is none. */
export type CountReading =
  | { ok: true; count: number }
  | { ok: false; code: 'missingCount' | 'invalidCount'; value: string | null }

const maxCount = 1_000_000_000

/** Reads a whole number from 0 on, as a number or as text (`12`, `1.234`). */
export function readCount(cell: WorkbookCell | undefined): CountReading {
  if (isEmptyCell(cell)) return { ok: false, code: 'missingCount', value: null }
  const text = cellText(cell)
  const count = typeof cell === 'number' ? cell : numberIn(text)
  if (Number.isInteger(count) && count >= 0 && count <= maxCount) return { ok: true, count: count + 0 }
  return { ok: false, code: 'invalidCount', value: text.slice(0, 200) }
}

function numberIn(text: string): number {
  return /^(\d{1,10}|\d{1,3}(\.\d{3})+)$/.test(text) ? Number(text.replaceAll('.', '')) : Number.NaN
}
