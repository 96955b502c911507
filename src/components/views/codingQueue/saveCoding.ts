import type { CodingCase } from '../../../endpoints/codingQueue/contract'
import { ApiError, fetchJson } from '../../ui/fetchJson'
import type { Coding } from './coding'

/** What came of saving; in a conflict `current` is the case as the other one left it. */
export type SaveOutcome =
  | { kind: 'saved' }
  | { kind: 'refused'; reason: string }
  | { kind: 'conflict'; who: string | null; current: CodingCase }

/** Saves what was chosen for a case against the version that was on the screen. */
export async function saveCoding({
  found,
  coding,
}: {
  found: CodingCase
  coding: Coding
}): Promise<SaveOutcome> {
  const body = { ...coding, updatedAt: found.updatedAt }
  try {
    await fetchJson({ url: `/api/coding/${found.id}`, method: 'PUT', body })
    return { kind: 'saved' }
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) return conflictOf(error, found)
    return { kind: 'refused', reason: error instanceof Error ? error.message : String(error) }
  }
}

function conflictOf(error: ApiError, found: CodingCase): SaveOutcome {
  const { changedBy, current } = error.errors[0] as {
    changedBy?: string | null
    current?: Partial<CodingCase>
  }
  return { kind: 'conflict', who: changedBy ?? null, current: { ...found, ...current } }
}
