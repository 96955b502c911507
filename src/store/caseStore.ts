import type { AuditStore } from './auditStore'
import type { CaseCounts } from './caseCounts'
import type { CatalogueStore } from './catalogueStore'
import type { ErasureStore } from './erasureStore'
import type { ImportStore } from './importStore'
import type { StoredCases } from './storedCases'

/**
 * What the portal asks of its database beyond single documents. Two stores hold the same contract
 * (`tests/int/caseStore.test.ts`), so nothing outside `src/store` knows which database it is.
 */
export type CaseStore = StoredCases &
  ImportStore &
  CaseCounts &
  CatalogueStore &
  AuditStore &
  ErasureStore & {
    /** Whether no other process works on this database: what none here does, nobody does. */
    isAlone: boolean
    /** The migrations of this version that the database has not been through. */
    pendingMigrations(): Promise<string[]>
  }
