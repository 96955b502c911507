import type { Payload } from 'payload'
import type { DraftRow } from '../../domain/imports/draftRows'
import { duplicateKeysOf } from '../../domain/imports/duplicateKeys'
import { lookAlikeKeysOf } from '../../domain/imports/duplicates/lookAlikeKeys'
import {
  createPossibleFinder,
  type DuplicateLimits,
  type LookAlike,
} from '../../domain/imports/duplicates/possibleDuplicates'
import type { ExistingCaseAt } from '../../store/caseStore'
import { storeOf } from '../../store/storeOf'

type Rows = { payload: Payload; drafts: readonly DraftRow[]; limits: DuplicateLimits }

/** The cases of the database that rows are, or may be, the same as. Only of these whole cases are read. */
export async function findExistingCases(rows: Rows): Promise<ExistingCaseAt[]> {
  const store = storeOf(rows.payload)
  const certain = await store.findDuplicateCandidates(duplicateKeysOf(rows.drafts))
  const possible = await findPossible(rows)
  for (const { id } of certain) possible.delete(id)
  return [...certain, ...(await store.findByIds([...possible]))]
}

/** The best look-alike of each row, by its id. */
async function findPossible({ payload, drafts, limits }: Rows): Promise<Set<string>> {
  const lookAlikes = await storeOf(payload).findLookAlikes(lookAlikeKeysOf({ drafts, limits }))
  const { find } = createPossibleFinder<LookAlike>({ existing: lookAlikes, limits })
  const ids = new Set<string>()
  for (const draft of drafts) {
    const id = find(draft)?.known.existing?.id
    if (id !== undefined) ids.add(id)
  }
  return ids
}
