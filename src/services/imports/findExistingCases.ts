import type { Payload } from 'payload'
import type { DraftRow } from '../../domain/imports/draftRows'
import { duplicateKeysOf } from '../../domain/imports/duplicateKeys'
import { comparedCase } from '../../domain/imports/duplicates/comparedCase'
import { lookAlikeKeysOf } from '../../domain/imports/duplicates/lookAlikeKeys'
import {
  createPossibleFinder,
  type DuplicateLimits,
} from '../../domain/imports/duplicates/possibleDuplicates'
import { inSlices } from '../../lib/inSlices'
import type { ExistingCaseAt } from '../../store/storedCases'
import { storeOf } from '../../store/storeOf'

type Rows = { payload: Payload; drafts: readonly DraftRow[]; limits: DuplicateLimits }

/** How many rows one question to the database is about. */
const rowsPerQuestion = 500

/** The cases of the database that rows are, or may be, the same as, each once. Only of these whole cases are read. */
export async function findExistingCases({ drafts, ...rows }: Rows): Promise<ExistingCaseAt[]> {
  const found = await inSlices({
    items: drafts,
    size: rowsPerQuestion,
    work: (slice) => existingOf({ ...rows, drafts: slice }),
  })
  return [...new Map(found.map((one) => [one.id, one])).values()]
}

async function existingOf(rows: Rows): Promise<ExistingCaseAt[]> {
  const store = storeOf(rows.payload)
  const certain = await store.findDuplicateCandidates(duplicateKeysOf(rows.drafts))
  const possible = await findPossible(rows)
  for (const { id } of certain) possible.delete(id)
  return [...certain, ...(await store.findByIds([...possible]))]
}

/** The ids of each row's best look-alike. */
async function findPossible({ payload, drafts, limits }: Rows): Promise<Set<string>> {
  const cases = drafts.flatMap(({ ruled }) => (ruled ? [comparedCase(ruled.values)] : []))
  const existing = await storeOf(payload).findLookAlikes(lookAlikeKeysOf({ cases, limits }))
  const { find } = createPossibleFinder({ existing, limits })
  const ids = new Set<string>()
  for (const compared of cases) {
    const id = find(compared)?.known.existing?.id
    if (id !== undefined) ids.add(id)
  }
  return ids
}
