import type { CaseSearch } from '../domain/cases/caseSearch'
import type { CaseValues } from '../domain/cases/caseValues'
import type { LookAlikeKeys } from '../domain/imports/duplicates/lookAlikeKeys'
import type { LookAlike } from '../domain/imports/duplicates/possibleDuplicates'
import type { ExistingCase } from '../domain/imports/planItem'

/** Cases that are there, many at once. */
export type StoredCases = {
  /** Cases with one of the tickets or person keys, for finding certain duplicates. */
  findDuplicateCandidates(keys: { tickets: string[]; personKeys: string[] }): Promise<ExistingCaseAt[]>
  /**
   * Cases that one of the keys finds, each once, with as much as comparing them needs. For several keys at once a store
   * may answer more: cases that one key's value finds on another one's days or birth date.
   */
  findLookAlikes(keys: LookAlikeKeys): Promise<LookAlike[]>
  /** The cases of Fall-IDs; of unknown ones none. */
  findByFallIds(fallIds: string[]): Promise<ExistingCaseAt[]>
  /** The cases of ids; of unknown ones none. */
  findByIds(ids: string[]): Promise<ExistingCaseAt[]>
  /** The next cases after a place in the order of day and Fall-ID; `null` is the beginning. */
  casesInOrder(page: { after: CasePlace | null; limit: number }): Promise<ExistingCaseAt[]>
  /** Every Fall-ID that begins with one of the prefixes. */
  fallIdsWithPrefixes(prefixes: string[]): Promise<string[]>
  /** At most `limit` cases whose stored search values are of other rules than `namesKeyVersion`. */
  findOutdatedSearch(limit: number): Promise<{ id: string; values: CaseValues }[]>
  /** Writes search values anew, of cases that are still outdated; their version stays. */
  refreshSearch(cases: { id: string; search: CaseSearch }[]): Promise<void>
}

/** Where a case stands in the order of day and Fall-ID. */
export type CasePlace = { datum: string; fallId: string }

/** A case that a row may be the same as, and the version it was read at. */
export type ExistingCaseAt = ExistingCase & { updatedAt: string }
