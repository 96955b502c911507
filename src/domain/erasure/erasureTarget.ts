import type { Mentions } from './mentions'
import type { Person } from './person'

/** Whom an erasure is about: cases, there or deleted before, how they are mentioned, and the persons of them. */
export type ErasureTarget = {
  caseIds: ReadonlySet<string>
  fallIds: ReadonlySet<string>
  mentions: Mentions
  /** Empty where only the cases are erased and what belongs to them. */
  persons: readonly Person[]
}
