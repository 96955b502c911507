import type { CalendarDate } from '../../domain/calendar/calendarDate'
import { isAccountingSheet, parseAccounting } from '../../domain/imports/accounting/parseAccounting'
import { parseCrmCsv } from '../../domain/imports/crmCsv/parseCrmCsv'
import type { ImportKind } from '../../domain/imports/importState'
import type { ParsedFile } from '../../domain/imports/parsedFile'
import { readWorkbook } from '../../lib/xlsx/read/readWorkbook'

type File = { bytes: Uint8Array; today: CalendarDate }
type ParseFile = (file: File) => ParsedFile | Promise<ParsedFile>

/** The files that write cases, by how each is read; everything after is the same for all (SPEC §4). */
export const importSources = {
  'crm-csv': parseCrmCsv,
  'abrechnung-xlsx': async ({ bytes, today }) => {
    const read = await readWorkbook({ bytes, wanted: isAccountingSheet })
    return read.ok ? parseAccounting({ workbook: read.workbook, today }) : read
  },
} as const satisfies Partial<Record<ImportKind, ParseFile>>

export type ImportSource = keyof typeof importSources
