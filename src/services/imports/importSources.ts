import type { CalendarDate } from '../../domain/calendar/calendarDate'
import { type CaseFieldName, caseFields } from '../../domain/cases/caseFields'
import { isAccountingSheet, parseAccounting } from '../../domain/imports/accounting/parseAccounting'
import { parseBerichtswesen } from '../../domain/imports/berichtswesen/parseBerichtswesen'
import { parseCrmCsv } from '../../domain/imports/crmCsv/parseCrmCsv'
import { isCorrectable } from '../../domain/imports/draftRows'
import { parseIcdWorkbook } from '../../domain/imports/icdWorkbook/parseIcdWorkbook'
import type { ImportKind } from '../../domain/imports/importState'
import type { ParsedFile } from '../../domain/imports/parsedFile'
import { parseSync } from '../../domain/imports/sync/parseSync'
import type { Workbook } from '../../domain/imports/workbook/workbook'
import { isSummaryColumn } from '../../domain/reports/summaryColumns'
import { withTurns } from '../../lib/giveWay'
import { readWorkbook } from '../../lib/xlsx/read/readWorkbook'
import type { ImportPlan, PlanInput } from './importPlan'
import { planKnownCases } from './planKnownCases'
import { planNewCases } from './planNewCases'
import { planSyncCases } from './planSyncCases'
import { planWeeks } from './planWeeks'

type File = { bytes: Uint8Array; filename: string; today: CalendarDate }

type Source = {
  parse(file: File): ParsedFile | Promise<ParsedFile>
  plan(input: PlanInput): Promise<ImportPlan>
  /** Which fields of its rows a person may correct in the preview. */
  canCorrect(field: string): boolean
}

/** The files that come in: how each is read and what its rows are planned against; all else is shared (SPEC §4). */
export const importSources = {
  'crm-csv': { parse: (file) => withTurns(parseCrmCsv(file)), plan: planNewCases, canCorrect: isCorrectable },
  'abrechnung-xlsx': {
    parse: workbookParser({ wanted: isAccountingSheet, parse: parseAccounting }),
    plan: planNewCases,
    canCorrect: isCorrectable,
  },
  'icd-xlsx': {
    parse: workbookParser({ wanted: () => true, parse: parseIcdWorkbook }),
    plan: planKnownCases,
    canCorrect: (field) => field === 'icd',
  },
  'berichtswesen-xlsx': {
    parse: workbookParser({ wanted: () => true, parse: parseBerichtswesen }),
    plan: planWeeks,
    canCorrect: isSummaryColumn,
  },
  'sync-xlsx': {
    parse: workbookParser({ wanted: () => true, parse: parseSync }),
    plan: planSyncCases,
    canCorrect: hasColumn,
  },
} as const satisfies Partial<Record<ImportKind, Source>>

export type ImportSource = keyof typeof importSources

/** Whether files of a kind write cases. */
export function isImportSource(kind: string): kind is ImportSource {
  return Object.hasOwn(importSources, kind)
}

/** Fields without a column in the accounting format stay as they are. */
function hasColumn(field: string): field is CaseFieldName {
  return isCorrectable(field) && caseFields[field].column !== undefined
}

function workbookParser({
  wanted,
  parse,
}: {
  wanted: (sheetName: string) => boolean
  parse: (file: { workbook: Workbook; filename: string; today: CalendarDate }) => ParsedFile
}) {
  return async ({ bytes, ...file }: File): Promise<ParsedFile> => {
    const read = await readWorkbook({ bytes, wanted })
    return read.ok ? parse({ workbook: read.workbook, ...file }) : read
  }
}
