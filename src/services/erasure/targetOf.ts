import type { ErasureTarget } from '../../domain/erasure/erasureTarget'
import { mentionsOf } from '../../domain/erasure/mentions'
import type { Person } from '../../domain/erasure/person'

/** Whom an erasure is about, as it is stored while it is under way. */
export type StoredTarget = { caseIds: string[]; fallIds: string[]; persons: Person[] }

export function targetOf({ caseIds, fallIds, persons }: StoredTarget): ErasureTarget {
  return { caseIds: new Set(caseIds), fallIds: new Set(fallIds), mentions: mentionsOf(fallIds), persons }
}
