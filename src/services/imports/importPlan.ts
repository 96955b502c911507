import type { PayloadRequest } from 'payload'
import type { Corrections } from '../../domain/imports/draftRows'
import type { Plan } from '../../domain/imports/planDrafts'
import type { Decision, SourceRow } from '../../domain/imports/planItem'
import type { ExistingCaseAt } from '../../store/storedCases'

/** The rows of a file, and what an admin decided and corrected. */
export type PlanInput = {
  req: PayloadRequest
  rows: readonly SourceRow[]
  decisions?: ReadonlyMap<string, Decision>
  corrections?: Corrections
  /** Hears how much of the rows is planned, 0 to 1. */
  tell?: (share: number) => void
}

/** What will happen to each row, and the cases of the database that rows are about, by id. */
export type ImportPlan = { plan: Plan; existing: Map<string, ExistingCaseAt> }
