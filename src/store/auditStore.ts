import type { AuditAction, AuditChange, AuditEntry, AuditedType } from '../domain/audit/auditEntry'
import type { AuditHead, AuditSeal, SealedEntry } from '../domain/audit/seals/auditSeal'
import type { StoredEntry } from '../domain/audit/seals/canonicalEntry'
import type { FoundEntry, NotedHead } from '../domain/audit/seals/verifySeals'

/**
 * Which entries: `user` is an id, `null` for those of the portal itself; `from` and `until` are ISO instants, the second of
 * them not included.
 */
export type AuditFilter = {
  user?: string | null
  action?: AuditAction
  entityType?: AuditedType
  entityId?: string
  from?: string
  until?: string
}

/** The audit log and its seals as they are stored. */
export type AuditStore = {
  /** Entries that are not sealed yet, those first that came first; at most `limit`. */
  unsealedEntries(limit: number): Promise<StoredEntry[]>
  /** How many entries are not sealed yet. */
  countUnsealed(): Promise<number>
  /**
   * Stores a seal after a head, with the head it makes, and notes it in its entries, all of it or nothing: `sealed`; `moved`
   * when somebody else was first.
   */
  storeSeal(sealing: { seal: AuditSeal; before: AuditHead }): Promise<'sealed' | 'moved'>
  /** The head beside the seals. */
  auditHead(): Promise<Required<NotedHead> | null>
  /** Seals that begin after a number, in their order; at most `limit`. */
  auditSeals(range: { after: number; limit: number }): Promise<AuditSeal[]>
  /** Entries that say to be in a seal from `from` to `to`, or with no end; at most `limit`. */
  entriesSealedIn(range: { from: number; to: number | null; limit: number }): Promise<FoundEntry[]>
  /** Entries by their ids, sealed or not. */
  auditEntriesOf(ids: readonly string[]): Promise<FoundEntry[]>
  /** The entries of a filter from `start` on, the latest first. */
  auditPage(page: { filter: AuditFilter; start: number; limit: number }): Promise<FoundEntry[]>
  /** The ids of the entries of a filter, the latest first; at most `limit`. */
  auditIds(wanted: { filter: AuditFilter; limit: number }): Promise<string[]>
  /** How many entries a filter has, counted up to `limit`. */
  countAudit(count: { filter: AuditFilter; limit: number }): Promise<number>
  /**
   * Puts other values into entries, and what their seals say of them, and adds what is written down of it: `replaced`;
   * `overtaken` when somebody else has replaced values since `revision`.
   */
  replaceAuditValues(writes: AuditReplacement): Promise<'replaced' | 'overtaken'>
}

/**
 * `seals` are the blocks of which entries change, by the number they begin with, made from what they were at `revision` of the
 * audit seals.
 */
export type AuditReplacement = {
  revision: number
  entries: readonly { id: string; changes: readonly AuditChange[] }[]
  seals: readonly { first: number; entries: readonly SealedEntry[] }[]
  audit: readonly AuditEntry[]
}
