import { type CaseFieldDefinition, caseFields } from '../../domain/cases/caseFields'
import type { StoredCase } from '../../domain/imports/planItem'
import {
  inOrder,
  protectedColumns,
  type SyncColumn,
  syncColumns,
  syncSheetName,
  syncTitle,
  usualSheets,
} from '../../domain/imports/sync/syncColumns'
import { syncRow } from '../../domain/imports/sync/syncRow'
import { createWorkbookStream } from '../../lib/xlsx/write/createWorkbookStream'
import type { PrintedColumn } from '../../lib/xlsx/write/sheetXml'

/**
 * Writes cases in the accounting format with `Fall-ID` and `Stand` (SPEC §4), as .xlsx. They come in blocks in the order of
 * their days, in which the years follow each other. The same cases are the same bytes.
 */
export async function writeSyncWorkbook(
  blocks: AsyncIterable<readonly StoredCase[]> | Iterable<readonly StoredCase[]>,
): Promise<Buffer> {
  const workbook = createWorkbookStream()
  const rowsOf = new Map<string, number>()
  let open = ''
  const begin = async (sheet: string) => {
    if (sheet === open) return
    open = sheet
    rowsOf.set(sheet, 0)
    await workbook.addSheet({ name: sheet, columns: syncColumns(sheet).map(printedColumn) })
  }
  for await (const cases of blocks) {
    for (const [sheet, found] of bySheet(cases)) {
      await begin(sheet)
      const before = rowsOf.get(sheet) ?? 0
      const rows = found.map((one, index) => syncRow({ found: one, sheet, number: before + index + 1 }))
      await workbook.addRows(rows)
      rowsOf.set(sheet, before + rows.length)
    }
  }
  for (const sheet of usualSheets) if (!rowsOf.has(sheet)) await begin(sheet)
  return workbook.end(inOrder(rowsOf.keys()))
}

function bySheet(cases: readonly StoredCase[]): Map<string, StoredCase[]> {
  const sheets = new Map<string, StoredCase[]>()
  for (const found of cases) {
    const name = syncSheetName(Number(found.values.jahr))
    const sheet = sheets.get(name)
    if (sheet) sheet.push(found)
    else sheets.set(name, [found])
  }
  return sheets
}

/** Codes and numbers are texts, so that no spreadsheet takes a leading zero off or makes a house number a day. */
function printedColumn(column: SyncColumn): PrintedColumn {
  const isLocked = (protectedColumns as readonly SyncColumn[]).includes(column)
  const title = syncTitle(column)
  if (column === 'lfdNr' || column === 'stand' || column === 'jahr') {
    return { title, isLocked, format: isLocked ? 'text' : 'general', width: isLocked ? 26 : 8 }
  }
  const { kind } = caseFields[column]
  const format = kind === 'day' || kind === 'number' ? formats[kind] : 'text'
  const width = Math.max(column === 'fallId' ? 36 : (widths[kind] ?? 18), title.length + 4)
  return { title, isLocked, format, width }
}

const formats = { day: 'day', number: 'general' } as const
const widths: Partial<Record<CaseFieldDefinition['kind'], number>> = {
  longText: 40,
  email: 28,
  number: 6,
  plz: 8,
  boolean: 10,
  day: 12,
}
