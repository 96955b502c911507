import type { AuditStore } from './auditStore'
import type { CaseCounts } from './caseCounts'
import type { CatalogueStore } from './catalogueStore'
import type { DocumentWrite } from './documentWrites'
import type { ErasureStore } from './erasureStore'
import type { ImportStore } from './importStore'
import type { Revisions } from './revisions'
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
  ErasureStore &
  Revisions & {
    /** Whether no other process works on this database: what none here does, nobody does. */
    isAlone: boolean
    /**
     * Stores documents past Payload, all of them or none: `conflict` when a unique value is taken or what is required is not
     * there. With a transaction of Payload it is part of that, which a conflict ends.
     */
    storeTogether(
      writes: readonly DocumentWrite[],
      transactionID?: number | string,
    ): Promise<'stored' | 'conflict'>
    /**
     * Takes what one process among all may have, or says that it is still at it; false while another has it who gave a sign
     * since `silentSince`. Both are ISO instants.
     */
    holdLease(lease: Lease, times: { now: string; silentSince: string }): Promise<boolean>
    /** Gives up what it has. */
    giveUpLease(lease: Lease): Promise<void>
    /** Takes a task's run at an instant, for one process among all; false when somebody has it or a later one. */
    claimScheduled(task: string, at: Date): Promise<boolean>
    /** The migrations of this version that the database has not been through. */
    pendingMigrations(): Promise<string[]>
  }

/** What one process may have at a time, and which one. */
export type Lease = { name: string; holder: string }
