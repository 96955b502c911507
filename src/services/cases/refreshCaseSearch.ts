import type { Payload } from 'payload'
import { caseSearch } from '../../domain/cases/caseSearch'
import { storeOf } from '../../store/storeOf'

const casesPerBlock = 1_000

/**
 * Computes anew what is stored beside cases for counting and searching, where it is missing or of earlier rules. Safe to
 * run at every start and on several nodes at once; a crash in between is taken up by the next start.
 */
export async function refreshCaseSearch(payload: Payload): Promise<void> {
  const store = storeOf(payload)
  for (;;) {
    const outdated = await store.findOutdatedSearch(casesPerBlock)
    if (outdated.length === 0) return
    await store.refreshSearch(outdated.map(({ id, values }) => ({ id, search: caseSearch(values) })))
  }
}
