import type { AuditEntry } from '../domain/audit/auditEntry'
import type { FoundEntry } from '../domain/audit/seals/verifySeals'
import type { RowsOfImport } from '../domain/erasure/eraseFromImport'
import type { PlanCounts } from '../domain/imports/planItem'
import type { BlockUndo } from '../domain/imports/planUndo'
import type { PlanBlock } from './importStore'
import type { ExistingCaseAt } from './storedCases'

/** What erasing a person asks of the database. */
export type ErasureStore = {
  /** Cases that may be of somebody; whoever asks compares them. */
  findPersons(keys: readonly PersonKeys[]): Promise<ExistingCaseAt[]>
  /** Ids and Fall-IDs of cases of a day before `day`, the earliest first; at most `limit`. */
  casesBefore(wanted: { day: string; limit: number }): Promise<{ id: string; fallId: string }[]>
  /** How many cases are of a day before `day`, and how many `importsBefore` gives. */
  countBefore(limits: { day: string | null; at: string | null }): Promise<{ cases: number; imports: number }>
  /** The ids of imports that ended, were not touched since an ISO instant, and have rows or say something of single ones. */
  importsBefore(wanted: { at: string }): Promise<string[]>
  /** The next blocks of all imports after an id, in the order of their ids. */
  erasableBlocks(page: { after: string | null; limit: number }): Promise<ErasablePlanBlock[]>
  /**
   * Stores an import without what was erased of its rows: `stored`; `moved` when it is no longer at `version`, or is just
   * being applied or undone.
   */
  storeErasedRows(writes: ErasedRows): Promise<'stored' | 'moved'>
  /** Removes cases with their codes, and writes down that they were; returns how many there were. */
  eraseCases(writes: {
    ids: readonly string[]
    audit: readonly AuditEntry[]
  }): Promise<{ cases: number; icdCodes: number }>
  /** Entries on cases that hold one of the texts, after an id, in the order of their ids; at most `limit`. */
  entriesSaying(wanted: {
    texts: readonly string[]
    after: string | null
    limit: number
  }): Promise<FoundEntry[]>
  /**
   * Has deleted values leave the database's files too, where they lie in this portal's hands; others read meanwhile, and
   * write when it is done.
   */
  forgetDeleted(): Promise<void>
}

/** What finds cases of somebody: the number, or the beginning of `namesKey` with the birth date or none. */
export type PersonKeys = { kvnr: string | null; namesPrefix: string | null; geburtsdatum: string | null }

export type ErasablePlanBlock = Pick<PlanBlock, 'importId' | 'rows' | 'items' | 'counts'> & {
  id: string
  undo: BlockUndo | null
}

/** A block of an import; `told` is what the import says of single rows, `counts` what its preview shows, where it changes. */
export type ErasedRows = {
  importId: string
  version: number
  told: RowsOfImport
  counts?: PlanCounts
  block: Pick<PlanBlock, 'rows' | 'items' | 'counts' | 'digest'> & { id: string; undo: BlockUndo | null }
}
