import type { CaseFieldName } from '../cases/caseFields'
import type { CaseValue, CaseValues } from '../cases/caseValues'
import type { Problem } from '../problem'
import type { SummaryColumn } from '../reports/summaryColumns'
import type { WorkbookCell } from './workbook/workbook'

/** What a row holds: fields of a case, or `jahr`, `kw` and the counts of a week of an earlier year. */
export type RowValues = { [field in CaseFieldName | SummaryColumn]?: CaseValue }

/** One row of a file as its parser read it; everything after the parser is the same for every source. */
export type SourceRow = {
  /** The record's number as a person sees it in the file; the header is row 1. */
  row: number
  sheet?: string
  /** The case that the row names by its Fall-ID, for sources whose rows do. */
  fallId?: string
  /** What could be read, by field. */
  data: RowValues
  problems: readonly Problem[]
  /** The cells as they came, in the order of the file's columns (for the error file). */
  cells: readonly WorkbookCell[]
  /** The row's cells on other sheets, for sources whose rows stand on several. */
  elsewhere?: readonly { sheet: string; cells: readonly WorkbookCell[] }[]
  /** Of a row that was exported: the version its case had (`null` when the row does not say), and its `SyncTexts`. */
  sync?: { stand: string | null; texts: SyncTexts }
}

/** Cells whose text is not what the export writes for the value that was read of them, as cells are compared. */
export type SyncTexts = { [field in CaseFieldName]?: string }

export type PlanAction = 'create' | 'update' | 'skip' | 'decide' | 'error'

export const planActions = [
  'create',
  'update',
  'skip',
  'decide',
  'error',
] as const satisfies readonly PlanAction[]

export type DuplicateReason = 'crmTicketId' | 'person' | 'kvnr' | 'score'

/** Why a row is (or may be) the same as a case of the database (`caseId`) or an earlier row of its file (`row`). */
export type DuplicateOf = {
  caseId: string | null
  row: number | null
  sheet?: string
  fallId: string | null
  certainty: 'certain' | 'possible'
  reasons: DuplicateReason[]
}

export type FieldChange<Field = CaseFieldName | SummaryColumn> = {
  field: Field
  old: CaseValue
  new: CaseValue
}

export type CaseChange = FieldChange<CaseFieldName>

/** What will happen to one row (SPEC §11). */
export type PlanItem = {
  row: number
  sheet?: string
  action: PlanAction
  data: RowValues
  changes: FieldChange[]
  duplicateOf: DuplicateOf | null
  problems: readonly Problem[]
}

export type PlanCounts = Record<PlanAction, number> & { total: number; warnings: number }

/** What an admin decides on a duplicate. */
export type Decision = 'create' | 'skip' | 'update'

/** A case of the database that a row may be the same as. */
export type ExistingCase = { id: string; fallId: string; personKey: string | null; values: CaseValues }

/** A case of the database and its version, an ISO instant. */
export type StoredCase = ExistingCase & { updatedAt: string }
